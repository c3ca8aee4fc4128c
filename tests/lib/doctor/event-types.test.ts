import { describe, expect, it } from 'vitest'
import { diagnoseText } from './files'

const templateWith = (event: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api:
    Type: AWS::Serverless::Api
    Properties: { StageName: a, Auth: { DefaultAuthorizer: Pool, Authorizers: { Pool: { UserPoolArn: !GetAtt Users.Arn } } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: ${event} } }
`

describe('an event of a SAM function whose type SAM does not have', () => {
  it.each([
    ['api', 'Api'],
    ['API', 'Api'],
    ['HttpAPI', 'HttpApi'],
  ])('%s is asked about', (type, meant) => {
    const { undecided, findings } = diagnoseText(
      templateWith(`{ Type: ${type}, Properties: { RestApiId: !Ref Api, Path: /a, Method: get } }`),
    )
    expect(findings).toEqual([])
    expect(undecided.find(({ code }) => code === 'METHOD_WITHOUT_SCOPES')?.because).toMatchObject([
      { name: 'event Get', message: `SAM has no event of the type ${type}. Write ${meant}.` },
    ])
  })

  it('is nothing to ask about where it is no API', () => {
    const { undecided } = diagnoseText(
      templateWith('{ Type: Schedule, Properties: { Schedule: rate(1 day) } }'),
    )
    expect(undecided.filter(({ code }) => code === 'METHOD_WITHOUT_SCOPES')).toEqual([])
  })
})
