import type { GivenFile } from '@/lib/read/read'

/** A SAM template whose methods accept ID tokens only, with a client that has no custom scopes yet. */
export const sam: GivenFile = {
  path: 'template.yaml',
  text: `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31

Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      Cors:
        AllowOrigin: "'https://shop.example.com'"
        AllowHeaders: "'Authorization,Content-Type'"
      Auth:
        DefaultAuthorizer: Users
        Authorizers:
          Users:
            UserPoolArn: !GetAtt UserPool.Arn

  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: src/orders.handler
      Runtime: nodejs22.x
      CodeUri: .
      Events:
        List:
          Type: Api
          Properties:
            RestApiId: !Ref Api
            Path: /orders
            Method: get
            Auth:
              Authorizer: Users
        Create:
          Type: Api
          Properties:
            RestApiId: !Ref Api
            Path: /orders
            Method: post
            Auth:
              Authorizer: Users
              AuthorizationScopes: [write]

  UserPool:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolTier: ESSENTIALS

  Domain:
    Type: AWS::Cognito::UserPoolDomain
    Properties:
      Domain: shop-sign-in
      UserPoolId: !Ref UserPool

  Scopes:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      Identifier: https://api.shop.example.com
      Name: Shop API
      UserPoolId: !Ref UserPool
      Scopes:
        - { ScopeName: read, ScopeDescription: Read orders }
        - { ScopeName: write, ScopeDescription: Create orders }

  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref UserPool
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes:
        - openid
        - https://api.shop.example.com/read
        - https://api.shop.example.com/write
      CallbackURLs: [https://shop.example.com/callback]
      SupportedIdentityProviders: [COGNITO]
`,
}
