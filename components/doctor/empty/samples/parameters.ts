import type { GivenFile } from '@/lib/read/read'

/** A CloudFormation template of an HTTP API that leaves most of what decides a token to its parameters. */
export const parameters: GivenFile = {
  path: 'reports.yaml',
  text: `Parameters:
  Identifier:
    Type: String
    Description: Identifier of the resource server
  ReportScope:
    Type: String

Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: reports
      ProtocolType: HTTP

  Tokens:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: tokens
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration:
        Issuer: !Sub https://cognito-idp.\${AWS::Region}.amazonaws.com/\${Users}
        Audience: [!Ref Nightly]

  ListReports:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Api
      RouteKey: GET /reports
      AuthorizationType: JWT
      AuthorizerId: !Ref Tokens
      AuthorizationScopes: [com.example.reports/read]

  CreateReport:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Api
      RouteKey: POST /reports
      AuthorizationType: JWT
      AuthorizerId: !Ref Tokens
      AuthorizationScopes: [!Ref ReportScope]

  Users:
    Type: AWS::Cognito::UserPool

  SignIn:
    Type: AWS::Cognito::UserPoolDomain
    Properties:
      Domain: reports-sign-in
      UserPoolId: !Ref Users

  Scopes:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref Users
      Identifier: !Ref Identifier
      Name: Reports
      Scopes:
        - { ScopeName: read, ScopeDescription: Read reports }

  Nightly:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Scopes
    Properties:
      UserPoolId: !Ref Users
      GenerateSecret: true
      AllowedOAuthFlows: [client_credentials]
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthScopes: [!Sub "\${Identifier}/read"]
`,
}
