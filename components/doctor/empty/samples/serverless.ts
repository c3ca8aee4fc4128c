import type { GivenFile } from '@/lib/read/read'

/** The template of a well-known post about access tokens and API Gateway, in short: its default redirect URI is not listed. */
export const serverless: GivenFile = {
  path: 'serverless.yml',
  text: `service: notes

provider:
  name: aws
  runtime: nodejs22.x

functions:
  myevent:
    handler: bin/myevent.handler
    events:
      - http:
          path: myevent
          method: get
          authorizer:
            type: COGNITO_USER_POOLS
            authorizerId:
              Ref: ApiGatewayAuthorizer
            scopes:
              - "com.example.api/read"
              - "com.example.api/write"

resources:
  Resources:
    CognitoUserPool:
      Type: AWS::Cognito::UserPool
      Properties:
        UserPoolName: notes-users

    CognitoUserPoolDomain:
      Type: AWS::Cognito::UserPoolDomain
      Properties:
        Domain: notes-sign-in
        UserPoolId: !Ref CognitoUserPool

    # The client must wait for the scopes that it may request.
    CognitoUserPoolClient:
      Type: AWS::Cognito::UserPoolClient
      DependsOn: UserPoolResourceServer
      Properties:
        ClientName: notes-app
        UserPoolId: !Ref CognitoUserPool
        GenerateSecret: false
        AllowedOAuthFlows:
          - code
          - implicit
        AllowedOAuthFlowsUserPoolClient: true
        AllowedOAuthScopes:
          - email
          - openid
          - com.example.api/read
          - com.example.api/write
        CallbackURLs:
          - folktells://auth/login
        DefaultRedirectURI: exampleapp://auth/login
        LogoutURLs:
          - exampleapp://auth/logout
        SupportedIdentityProviders:
          - COGNITO
        PreventUserExistenceErrors: ENABLED

    UserPoolResourceServer:
      Type: AWS::Cognito::UserPoolResourceServer
      Properties:
        Identifier: com.example.api
        Name: Example API
        UserPoolId: !Ref CognitoUserPool
        Scopes:
          - ScopeName: "write"
            ScopeDescription: "Write access"
          - ScopeName: "read"
            ScopeDescription: "Read access"

    ApiGatewayAuthorizer:
      Type: AWS::ApiGateway::Authorizer
      Properties:
        Name: cognito_auth
        RestApiId: !Ref ApiGatewayRestApi
        Type: COGNITO_USER_POOLS
        IdentitySource: method.request.header.Authorization
        ProviderARNs:
          - !GetAtt CognitoUserPool.Arn
`,
}
