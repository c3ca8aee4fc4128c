import { expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'

const WEB = {
  ClientName: 'web',
  ClientId: '***',
  UserPoolId: 'eu-west-1_AbCdEf123',
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['notes/read'],
  CallbackURLs: ['https://notes.example'],
  SupportedIdentityProviders: ['COGNITO'],
}

/** Who can call GET / with an access token, by the answers of AWS about its clients. */
const accessOf = (...clients: readonly object[]) => {
  const snapshot = {
    awsSnapshot: 1,
    region: 'eu-west-1',
    stage: 'live',
    restApi: { id: 'r1', name: 'notes' },
    resources: {
      items: [
        {
          id: 'root',
          path: '/',
          resourceMethods: {
            GET: {
              httpMethod: 'GET',
              authorizationType: 'COGNITO_USER_POOLS',
              authorizerId: 'a1',
              authorizationScopes: ['notes/read'],
            },
          },
        },
      ],
    },
    authorizers: {
      items: [
        {
          id: 'a1',
          name: 'pool',
          type: 'COGNITO_USER_POOLS',
          providerARNs: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'],
          identitySource: 'method.request.header.Authorization',
        },
      ],
    },
    userPool: { UserPool: { Id: 'eu-west-1_AbCdEf123', Name: 'users' } },
    clients: clients.map(client => ({ UserPoolClient: client })),
    resourceServers: {
      ResourceServers: [
        {
          UserPoolId: 'eu-west-1_AbCdEf123',
          Identifier: 'notes',
          Name: 'notes',
          Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }],
        },
      ],
    },
  }
  const { access } = reportOf(diagnose([{ path: 'snapshot.json', text: JSON.stringify(snapshot) }]))
  return access.map(({ clients: cells }) => cells.map(({ id, allowed }) => [id, allowed]))
}

it('two clients whose ids are hidden by hand are two', () => {
  const job = { ...WEB, ClientName: 'job', AllowedOAuthScopes: ['openid'] }
  expect(accessOf(WEB, job)).toEqual([
    [
      ['web', true],
      ['job', false],
    ],
  ])
  expect(accessOf(job, WEB)).toEqual([
    [
      ['job', false],
      ['web', true],
    ],
  ])
})

// AWS answers about it: it is there, whatever the answer lacks.
it.each([
  ['whose secret was taken out', { AllowedOAuthFlows: ['client_credentials'] }],
  ['whose name has a slash', { ClientName: 'a/b' }],
  ['whose callback URLs were taken out', { CallbackURLs: [] }],
])('a deployed client %s was not refused by Cognito', (_, more) => {
  expect(accessOf({ ...WEB, ...more })).toEqual([[[{ ...WEB, ...more }.ClientName, true]]])
})
