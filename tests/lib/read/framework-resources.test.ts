import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'

const diagnosisOf = (value: string) =>
  diagnose([
    {
      path: 'serverless.yml',
      text: `service: notes
provider: { name: aws }
functions: { list: { handler: list.handler } }
resources:
  Resources:
    Users: { Type: AWS::Cognito::UserPool }
    Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid, ${value}] } }
    Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref ApiGatewayRestApi, ResourceId: !GetAtt ApiGatewayRestApi.RootResourceId, HttpMethod: GET, AuthorizationType: NONE } }
`,
    },
  ])

// A custom resource decides what it returns; what the framework makes has the attributes of its type.
it.each([
  '!Ref ApiGatewayRestApi',
  '!GetAtt ApiGatewayRestApi.RootResourceId',
  '!GetAtt HttpApi.ApiEndpoint',
  '!GetAtt ListLambdaFunction.Arn',
  '!GetAtt IamRoleLambdaExecution.Arn',
  '!GetAtt ServerlessDeploymentBucket.Arn',
])('%s is a value of a resource that the framework makes', value => {
  const { undecided } = diagnosisOf(value)
  expect(undecided.flatMap(({ because }) => because.map(({ message }) => message))).toEqual([])
})

it('a method may belong to the root of the API that the framework makes', () => {
  expect(reportOf(diagnosisOf('openid')).access.map(({ endpoint }) => endpoint)).toEqual(['GET /'])
})
