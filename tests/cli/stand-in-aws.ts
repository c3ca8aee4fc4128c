import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { snapshot } from '../../cli/snapshot'

export const POOL = 'eu-west-1_AbCdEf123'
const ARN = `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${POOL}`

/** Answers of the AWS CLI in the shapes of its reference. */
const answers: Readonly<Record<string, unknown>> = {
  'apigateway get-rest-api': { id: 'a1b2c3', name: 'notes' },
  'apigateway get-resources': {
    items: [
      {
        id: 'r1',
        path: '/notes',
        resourceMethods: {
          GET: {
            httpMethod: 'GET',
            authorizationType: 'COGNITO_USER_POOLS',
            authorizerId: 'auth1',
            authorizationScopes: ['notes/read'],
            methodIntegration: { type: 'AWS_PROXY' },
          },
        },
      },
    ],
  },
  'apigateway get-authorizers': {
    items: [
      {
        id: 'auth1',
        name: 'guard',
        type: 'COGNITO_USER_POOLS',
        providerARNs: [ARN],
        authType: 'cognito_user_pools',
        identitySource: 'method.request.header.Authorization',
      },
    ],
  },
  'apigateway get-gateway-responses': { items: [{ responseType: 'UNAUTHORIZED', defaultResponse: true }] },
  'apigatewayv2 get-api': { ApiId: 'h1', Name: 'notes', ProtocolType: 'HTTP' },
  'apigatewayv2 get-routes': {
    Items: [
      {
        RouteId: 'r1',
        RouteKey: 'GET /notes',
        AuthorizationType: 'JWT',
        AuthorizerId: 'jwt1',
        AuthorizationScopes: ['notes/read'],
      },
    ],
  },
  'apigatewayv2 get-integrations': { Items: [] },
  'apigatewayv2 get-authorizers': {
    Items: [
      {
        AuthorizerId: 'jwt1',
        Name: 'jwt',
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: {
          Issuer: `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`,
          Audience: ['client1', 'client2'],
        },
      },
    ],
  },
  'apigatewayv2 get-stages': { Items: [{ StageName: '$default', AutoDeploy: true }] },
  'cognito-idp describe-user-pool': { UserPool: { Id: POOL, Name: 'users', Domain: 'notes-login' } },
  'cognito-idp describe-user-pool-domain': { DomainDescription: { Domain: 'notes-login', UserPoolId: POOL } },
  'cognito-idp list-resource-servers': {
    ResourceServers: [
      {
        UserPoolId: POOL,
        Identifier: 'notes',
        Name: 'Notes',
        Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }],
      },
    ],
  },
  'cognito-idp list-user-pool-clients': {
    UserPoolClients: ['client1', 'client2'].map(ClientId => ({ ClientId, UserPoolId: POOL })),
  },
  'cognito-idp describe-user-pool-client': {
    UserPoolClient: {
      UserPoolId: POOL,
      ClientId: 'client1',
      ClientName: 'robot',
      ClientSecret: 'never-to-be-seen',
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['notes/read'],
      AllowedOAuthFlowsUserPoolClient: true,
    },
  },
}

/** What the stage serves: the export before the scopes were added. */
const exported = (scopes: readonly string[]) => ({
  openapi: '3.0.1',
  info: { title: 'notes', version: '1' },
  paths: { '/notes': { get: { security: [{ guard: scopes }] } } },
  components: {
    securitySchemes: {
      guard: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'cognito_user_pools',
        'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [ARN] },
      },
    },
  },
})

/** What a run of the script printed, and which calls it made. */
interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly calls: readonly string[]
}

/** Answers from files, says what a file of a refused call, service or everything has, and refuses to change anything. */
const STAND_IN = `#!/usr/bin/env bash
folder=$(dirname "$0")
echo "$*" >> "$folder/calls"
[[ $2 =~ ^(get|list|describe)- ]] || { echo "not read-only: $2" >&2; exit 9; }
client=''
for word in "$@"; do
  case "$word" in client*) client=$word ;; /*) cp "$folder/export" "$word" ;; esac
done
for refused in "$2 $client" "$2" "$1" aws; do
  if [ -f "$folder/refused $refused" ]; then cat "$folder/refused $refused" >&2; exit 254; fi
done
sed "s/client1/\${client:-client1}/" "$folder/$1 $2"
`

/**
 * Runs the script with an `aws` that answers from the table. `refused` has what it prints instead of the answers of some calls, of
 * a service, or of everything (`aws`).
 */
export async function collect(
  scopesOfStage: readonly string[],
  refused: Readonly<Record<string, string>> = {},
  args: readonly string[] = ['--rest-api', 'a1b2c3', '--stage', 'dev'],
): Promise<Run> {
  const { stdout: script = '' } = await snapshot([...args, '--user-pool', POOL])
  const folder = await mkdtemp(path.join(tmpdir(), 'snapshot-'))
  const files = {
    'snapshot.sh': script,
    aws: STAND_IN,
    export: JSON.stringify(exported(scopesOfStage)),
    'apigateway get-export': '{"contentType": "application/json"}',
    ...Object.fromEntries(
      Object.entries(answers).map(([call, answer]) => [
        call,
        // Spaces that the command does not write today.
        JSON.stringify(answer, null, 4).replace('"ClientSecret":', '"ClientSecret" : '),
      ]),
    ),
    ...Object.fromEntries(Object.entries(refused).map(([what, said]) => [`refused ${what}`, `\n${said}\n`])),
  }
  await Promise.all(
    Object.entries(files).map(([name, text]) => writeFile(path.join(folder, name), text, { mode: 0o755 })),
  )
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` }
  const run = await new Promise<Omit<Run, 'calls'>>(resolve =>
    execFile('bash', [path.join(folder, 'snapshot.sh')], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    ),
  )
  const calls = (await readFile(path.join(folder, 'calls'), 'utf8')).trim().split('\n')
  await rm(folder, { recursive: true, force: true })
  return { ...run, calls }
}
