import type { Client, Model } from '../../model/model'
import { codeSpan, shellBlock, shellWord } from './markdown'

/** How each client gets a token. */
export function tokens(model: Model): readonly string[] {
  const { userPool } = model
  const heading = '## Get a token'
  if (userPool.source === 'existing' && userPool.domain === undefined)
    return [
      heading,
      'Tokens with custom scopes come from the domain of the user pool, and `wizard.json` names none. Give it as' +
        ' `userPool.domain` and these commands appear here.',
    ]
  return [heading, ...model.clients.flatMap(client => [`### ${codeSpan(client.name)}`, ...steps(client)])]
}

function steps(client: Client): readonly string[] {
  if (!client.interactive) return machine(client)
  return client.grants.includes('authorization_code') ? authorizationCode(client) : implicit(client)
}

const machine = (client: Client): readonly string[] => [
  'A machine asks for a token in its own name:',
  shellBlock(
    ...credentials(client),
    'curl -sS "$(output TokenUrl)" -u "$CLIENT_ID:$CLIENT_SECRET" \\',
    '  --data-urlencode grant_type=client_credentials \\',
    `  --data-urlencode ${shellWord(`scope=${scopes(client)}`)}`,
  ),
]

const authorizationCode = (client: Client): readonly string[] => [
  'Make a secret for this sign-in (PKCE, RFC 7636), and open the address that this prints in a browser:',
  shellBlock(
    ...credentials(client),
    "VERIFIER=$(openssl rand -base64 96 | tr -d '\\n=+/' | cut -c1-64)",
    "CHALLENGE=$(printf %s \"$VERIFIER\" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '=')",
    `echo "${authorizeUrl(client, 'code')}&code_challenge_method=S256&code_challenge=$CHALLENGE"`,
  ),
  `After the sign-in the browser is sent to ${codeSpan(redirectUri(client))} with \`?code=…\`, even if nothing answers there. Copy the code; it works once, for five minutes:`,
  shellBlock(
    "CODE='paste the code here'",
    `curl -sS "$(output TokenUrl)" ${client.generateSecret ? '-u "$CLIENT_ID:$CLIENT_SECRET" ' : ''}\\`,
    '  --data-urlencode grant_type=authorization_code \\',
    '  --data-urlencode "client_id=$CLIENT_ID" \\',
    '  --data-urlencode "code=$CODE" \\',
    '  --data-urlencode "code_verifier=$VERIFIER" \\',
    `  --data-urlencode ${shellWord(`redirect_uri=${redirectUri(client)}`)}`,
  ),
]

const implicit = (client: Client): readonly string[] => [
  'Open the address that this prints in a browser:',
  shellBlock(...credentials(client, false), `echo "${authorizeUrl(client, 'token')}"`),
  `After the sign-in the browser is sent to ${codeSpan(redirectUri(client))} with \`#access_token=…\`: the token stands in the address itself, one reason to prefer the authorization code grant.`,
]

const credentials = (client: Client, secret = client.generateSecret): readonly string[] => [
  `CLIENT_ID=$(output ${client.id}Id)`,
  ...(secret
    ? [
        'CLIENT_SECRET=$(aws cognito-idp describe-user-pool-client --region "$REGION" \\',
        '  --user-pool-id "$(output UserPoolId)" --client-id "$CLIENT_ID" \\',
        '  --query UserPoolClient.ClientSecret --output text)',
      ]
    : []),
]

const scopes = (client: Client): string => client.scopes.map(({ fullScope }) => fullScope).join(' ')

const redirectUri = (client: Client): string => client.defaultRedirectUri ?? client.callbackUrls[0] ?? ''

/** For use between double quotes: everything of the user's is percent-encoded. */
const authorizeUrl = (client: Client, responseType: 'code' | 'token'): string =>
  `$(output AuthorizeUrl)?response_type=${responseType}&client_id=$CLIENT_ID` +
  `&redirect_uri=${encode(redirectUri(client))}&scope=${encode(scopes(client))}`

/** RFC 3986: what `encodeURIComponent` leaves alone for history's sake, a shell may not. */
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
