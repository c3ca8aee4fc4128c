import { expect, it } from 'vitest'
import { importTemplate } from '@/lib/index'

const ARN = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool'

/** An API that trusts some pools, next to a pool of the template with all that belongs to one. */
const template = (pools: string) => `Resources:
  Own: { Type: AWS::Cognito::UserPool }
  OwnDomain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Own, Domain: back-office } }
  OwnServer: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Own, Identifier: office, Name: office, Scopes: [{ ScopeName: read, ScopeDescription: read }] } }
  OwnClient: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Own, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [!Sub '\${OwnServer}/read'], CallbackURLs: ['https://a.example'], SupportedIdentityProviders: [COGNITO] } }
  OwnBranding: { Type: AWS::Cognito::ManagedLoginBranding, Properties: { UserPoolId: !Ref Own, ClientId: !Ref OwnClient, UseCognitoProvidedValues: true } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [${pools}] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [shop/read] } }
`
const importOf = (pools: string) => importTemplate([{ path: 'template.yaml', text: template(pools) }])

it('what belongs to another pool of the files is not given to the one that the API trusts', () => {
  const imported = importOf(`${ARN}/eu-west-1_Shop`)
  if (!imported.ok) throw new Error('not imported')
  const { spec, report } = imported
  expect(spec).toMatchObject({
    userPool: { source: 'existing', userPoolId: 'eu-west-1_Shop', managedLogin: false },
    resourceServers: [{ identifier: 'shop' }],
    clients: [{ name: 'change-me' }],
  })
  expect(spec.userPool).not.toHaveProperty('domain')
  expect(report.filter(({ why }) => why === 'A spec has one user pool.').map(({ what }) => what)).toEqual([
    'user pool Own',
    'domain OwnDomain',
    'resource server OwnServer',
    'client OwnClient',
  ])
})

it.each(['abc123', '!ImportValue Guard'])(
  'with the authorizer elsewhere, all clients stay: %s',
  authorizer => {
    const text = template('!GetAtt Own.Arn')
      .replace('AuthorizerId: !Ref Guard', `AuthorizerId: ${authorizer}`)
      .replace(/^ {2}Guard: .*\n/m, '')
    const imported = importTemplate([{ path: 'template.yaml', text }])
    expect(imported).toMatchObject({
      spec: { userPool: { name: 'change-me' }, clients: [{ name: 'OwnClient' }] },
      report: expect.arrayContaining([
        expect.objectContaining({ what: 'resource server office', how: 'mapped' }),
      ]),
    })
  },
)

it('what another pool has is not said to be missing in the files', () => {
  const text = template(`${ARN}/eu-west-1_Shop`).replace('[shop/read]', '[office/read]')
  const { report } = importTemplate([{ path: 'template.yaml', text }])
  const why = (name: string) => report.find(({ what }) => what === name)?.why
  expect([why('client change-me'), why('scope office/read')]).toEqual([
    'The files contain no client of the user pool with an OAuth grant, and the spec requires one.',
    'It is used, but no resource server of the user pool declares it in these files.',
  ])
})

it.each([
  ['!GetAtt Own.Arn', ''],
  [`!GetAtt Own.Arn, ${ARN}/eu-west-1_Shop`, ' It does not trust eu-west-1_Shop.'],
  [`${ARN}/eu-west-1_Shop, !GetAtt Own.Arn, ${ARN}/eu-west-1_B`, ' It does not trust Own, eu-west-1_B.'],
])('other pools that the authorizer trusts are said to be lost: %s', (pools, lost) => {
  const { report } = importOf(pools)
  expect(report.find(({ what }) => what === 'authorizer Guard')?.why).toBe(
    `The spec creates its own authorizer.${lost}`,
  )
})
