import type { Client, Model, UserPool } from '../../model/model'
import { codeSpan, shellBlock, shellWord } from './markdown'
import type { OutputCommand } from './outputs'
import { rotation } from './rotation'

/** How each client gets a token. The commands leave it in `$ACCESS_TOKEN` and `$ID_TOKEN`. */
export function tokens(model: Model, output: OutputCommand): readonly string[] {
  const { userPool } = model
  const heading = '## Get a token'
  if (!hasTokenCommands(userPool))
    return [
      heading,
      'Tokens with custom scopes come from the domain of the user pool, which `wizard.json` does not contain. Set' +
        ' `userPool.domain` there to get the commands.',
    ]
  return [
    heading,
    ...tokenFunction(model),
    ...model.clients.flatMap(client => [`### ${codeSpan(client.name)}`, ...steps(client, output)]),
    ...boundTokens(model),
  ]
}

/** How to get an access token that is bound to an additional audience. */
const boundTokens = ({ api: { additionalAudiences }, clients }: Model): readonly string[] =>
  additionalAudiences.length > 0 && clients.some(({ interactive }) => interactive)
    ? [
        '### For a resource',
        `To bind the access token of a user to a resource, add \`&resource=\` and the percent-encoded identifier of a resource server to the address above. Its \`aud\` claim is then that identifier, and API Gateway compares it instead of \`client_id\`. Accepted besides the clients: ${additionalAudiences.map(codeSpan).join(', ')}.`,
      ]
    : []

/** True if the domain is known, where clients get tokens. */
export const hasTokenCommands = (userPool: UserPool): boolean =>
  userPool.source === 'new' || userPool.domain !== undefined

/** A shell function that reads a token from the last response. */
const tokenFunction = ({ clients }: Model): readonly string[] =>
  clients.some(({ grants }) => !grants.every(grant => grant === 'implicit'))
    ? [
        shellBlock(
          'token() {',
          '  printf %s "$RESPONSE" | sed -n "s/.*\\"$1\\":\\"\\([^\\"]*\\)\\".*/\\1/p"',
          '}',
        ),
      ]
    : []

function steps(client: Client, output: OutputCommand): readonly string[] {
  if (!client.interactive) return machine(client, output)
  return client.grants.includes('authorization_code')
    ? authorizationCode(client, output)
    : implicit(client, output)
}

const machine = (client: Client, output: OutputCommand): readonly string[] => [
  'A machine client requests a token for itself:',
  shellBlock(
    ...credentials(client, output),
    `RESPONSE=$(curl -sS "${output('TokenUrl')}" -u "$CLIENT_ID:$CLIENT_SECRET" \\`,
    '  --data-urlencode grant_type=client_credentials \\',
    `  --data-urlencode ${shellWord(`scope=${scopes(client)}`)})`,
    'ACCESS_TOKEN=$(token access_token)',
  ),
]

const authorizationCode = (client: Client, output: OutputCommand): readonly string[] => [
  'Create a secret for this sign-in (PKCE, RFC 7636), and open the printed address in a browser:',
  shellBlock(
    ...credentials(client, output),
    "VERIFIER=$(openssl rand -base64 96 | tr -d '\\n=+/' | cut -c1-64)",
    "CHALLENGE=$(printf %s \"$VERIFIER\" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '=')",
    `echo "${authorizeUrl(client, output, 'code')}&code_challenge_method=S256&code_challenge=$CHALLENGE"`,
  ),
  `After sign-in the browser goes to ${codeSpan(redirectUri(client))} with \`?code=…\`, even if nothing answers there. Copy the code from the address. It is valid once, for five minutes. If your own app answers there, stop it first: it would use the code before you can.`,
  shellBlock(
    "CODE='paste the code here'",
    `RESPONSE=$(curl -sS "${output('TokenUrl')}" ${client.generateSecret ? '-u "$CLIENT_ID:$CLIENT_SECRET" ' : ''}\\`,
    '  --data-urlencode grant_type=authorization_code \\',
    '  --data-urlencode "client_id=$CLIENT_ID" \\',
    '  --data-urlencode "code=$CODE" \\',
    '  --data-urlencode "code_verifier=$VERIFIER" \\',
    `  --data-urlencode ${shellWord(`redirect_uri=${redirectUri(client)}`)})`,
    'ACCESS_TOKEN=$(token access_token)',
    ...(hasIdToken(client) ? ['ID_TOKEN=$(token id_token)'] : []),
  ),
  ...rotation(client, output),
]

/** True if the commands of the client get an ID token. */
export const hasIdToken = ({ interactive, scopes }: Client): boolean =>
  interactive && scopes.some(({ fullScope }) => fullScope === 'openid')

const implicit = (client: Client, output: OutputCommand): readonly string[] => [
  'Open the printed address in a browser:',
  shellBlock(...credentials(client, output, false), `echo "${authorizeUrl(client, output, 'token')}"`),
  `After sign-in the browser goes to ${codeSpan(redirectUri(client))} with \`#access_token=…\`. The token is in the address itself, which is one reason to prefer the authorization code grant. Copy it:`,
  shellBlock(
    "ACCESS_TOKEN='paste the access_token here'",
    ...(hasIdToken(client) ? ["ID_TOKEN='paste the id_token here'"] : []),
  ),
]

const credentials = (
  client: Client,
  output: OutputCommand,
  secret = client.generateSecret,
): readonly string[] => [
  `CLIENT_ID=${output(`${client.id}Id`)}`,
  ...(secret
    ? [
        'CLIENT_SECRET=$(aws cognito-idp describe-user-pool-client --region "$REGION" \\',
        `  --user-pool-id "${output('UserPoolId')}" --client-id "$CLIENT_ID" \\`,
        '  --query UserPoolClient.ClientSecret --output text)',
      ]
    : []),
]

const scopes = (client: Client): string => client.scopes.map(({ fullScope }) => fullScope).join(' ')

const redirectUri = (client: Client): string => client.defaultRedirectUri ?? client.callbackUrls[0]!

/** For use in double quotes: all user input is percent-encoded. */
const authorizeUrl = (client: Client, output: OutputCommand, responseType: 'code' | 'token'): string =>
  `${output('AuthorizeUrl')}?response_type=${responseType}&client_id=$CLIENT_ID` +
  `&redirect_uri=${encode(redirectUri(client))}&scope=${encode(scopes(client))}`

/** Percent-encodes also the characters that `encodeURIComponent` keeps and a shell treats specially. */
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
