import { expect, it } from 'vitest'
import { diagnoseText } from './files'

const INTEGRATION =
  "x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: !Sub 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${List.Arn}/invocations' }"

/** An API of SAM whose definition calls a function; SAM permits that only for events of the function. */
const withDefinition = (events: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Parameters: { Kind: { Type: String } }
Resources:
  Notes:
    Type: AWS::Serverless::Api
    Properties:
      StageName: dev
      DefinitionBody:
        openapi: 3.0.1
        info: { title: notes, version: '1' }
        paths: { /notes: { get: { ${INTEGRATION} } } }
  List:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
${events}${more}`

const events = (type: string, properties: string) =>
  `      Events: { Get: { Type: ${type}, Properties: { ${properties} } } }\n`
const event = events('Api', 'Path: /notes, Method: get, RestApiId: !Ref Notes')
const resource = (type: string, properties: string) =>
  `  More: { Type: ${type}, Properties: { ${properties} } }\n`
const method = `  Rest: { Type: AWS::ApiGateway::RestApi, Properties: { Name: r } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Rest
      ResourceId: !GetAtt Rest.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration: { Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: !Sub 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${List.Arn}/invocations' }
`
const inPlain = (more: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  List: { Type: AWS::Serverless::Function, Properties: { Handler: index.handler } }
${method}${more}`

const PERMISSION = resource(
  'AWS::Lambda::Permission',
  'FunctionName: !Ref List, Action: lambda:InvokeFunction, Principal: apigateway.amazonaws.com',
)

it.each([
  ['no event', withDefinition(''), true],
  ['an event of the API', withDefinition(event), false],
  ['an event of something else', withDefinition(events('Schedule', 'Schedule: rate(1 day)')), true],
  ['an event of a type that is not known', withDefinition(events('!Ref Kind', 'Path: /a')), false],
  ['a permission', withDefinition('', PERMISSION), false],
  [
    'a connector',
    withDefinition(
      '',
      resource(
        'AWS::Serverless::Connector',
        'Source: { Id: Notes }, Destination: { Id: List }, Permissions: [Write]',
      ),
    ),
    false,
  ],
  [
    'a connector within a resource',
    withDefinition('').replace(
      '    Type: AWS::Serverless::Api\n',
      '    Type: AWS::Serverless::Api\n    Connectors: { ToList: { Properties: { Destination: { Id: List }, Permissions: [Write] } } }\n',
    ),
    false,
  ],
  ['an API of CloudFormation', inPlain(''), true],
  ['an API of CloudFormation and a permission', inPlain(PERMISSION), false],
])('a function of SAM with %s lacks a permission: %s', (_, text, expected) => {
  const { findings } = diagnoseText(text)
  expect(findings.some(({ code }) => code === 'PERMISSION_MISSING')).toBe(expected)
})

const forAlias = PERMISSION.replace('!Ref List', '!Ref List.Alias')
const callsAlias = withDefinition('').replace('${List.Arn}', '${List.Alias}')
const ofOther = `  Other: { Type: AWS::Serverless::Function, Properties: { Handler: index.handler } }\n`

it.each([
  ['calls the alias', callsAlias + forAlias, false],
  [
    'calls the alias, with a permission for another function',
    callsAlias + ofOther + forAlias.replace('List.', 'Other.'),
    true,
  ],
  ['calls the function itself', withDefinition('', forAlias), true],
])('the alias that SAM publishes has a permission, and an API %s', (_, text, expected) => {
  const { findings, undecided } = diagnoseText(text)
  expect(findings.some(({ code }) => code === 'PERMISSION_MISSING')).toBe(expected)
  expect(undecided.map(({ code }) => code)).not.toContain('PERMISSION_MISSING')
})
