import type { Auth, Endpoint, Model } from '../../model/model'
import { verifiesTokens } from '../../model/protection'
import { shellBlock, shellWord } from './markdown'
import type { OutputCommand } from './outputs'
import { hasIdToken, hasTokenCommands } from './tokens'

/** One request for every endpoint. */
export function calls(model: Model, output: OutputCommand): readonly string[] {
  const { endpoints } = model
  const isSigned = endpoints.some(({ auth }) => auth === 'iam')
  const lines = endpoints.flatMap(endpoint => [`# ${requirement(endpoint)}`, call(endpoint)])
  return [
    '## Call the endpoints',
    ...(verifiesTokens(model)
      ? [`The functions return the claims that API Gateway verified.${tokensNeeded(model)}`]
      : []),
    ...(isSigned ? [CREDENTIALS] : []),
    shellBlock(
      `API_URL=${output('ApiUrl')}`,
      ...(isSigned ? ['eval "$(aws configure export-credentials --format env)"'] : []),
      ...missingTokens(model),
      ...lines,
    ),
  ]
}

const CREDENTIALS =
  'An endpoint with IAM authorization requires a request that is signed with AWS credentials (Signature Version 4). Their' +
  ' IAM policy must allow `execute-api:Invoke` on the API. The commands use the credentials of the AWS CLI.'

/** Tokens that endpoints require and that the commands of no client get. */
const missingTokens = (model: Model): readonly string[] =>
  (['access_token', 'id_token'] as const)
    .filter(auth => model.endpoints.some(endpoint => endpoint.auth === auth) && !isIssued(auth, model))
    .map(auth => `${auth.toUpperCase()}='paste the token here'`)

const isIssued = (auth: 'access_token' | 'id_token', { userPool, clients }: Model): boolean =>
  hasTokenCommands(userPool) && (auth === 'access_token' || clients.some(hasIdToken))

function tokensNeeded(model: Model): string {
  const needed = (['access_token', 'id_token'] as const).filter(auth =>
    model.endpoints.some(endpoint => endpoint.auth === auth),
  )
  const set = needed.filter(auth => isIssued(auth, model)).map(auth => `\`${auth.toUpperCase()}\``)
  const openid = needed.includes('id_token') ? ' Clients get an ID token with the scope `openid`.' : ''
  return (set.length > 0 ? ` The last step set ${set.join(' and ')}.` : '') + openid
}

function requirement({ method, path, auth, scopes }: Endpoint): string {
  const name = `${method} ${commentWord(path)}`
  switch (auth) {
    case 'none':
      return `${name}: no token`
    case 'iam':
      return `${name}: signed with AWS credentials`
    case 'id_token':
      return `${name}: an ID token`
    case 'access_token':
      return `${name}: an access token with ${scopes.map(({ fullScope }) => commentWord(fullScope)).join(' or ')}`
  }
}

/** Interactive zsh does not treat # as a comment, so these words must be shell-safe. */
const commentWord = (text: string): string => (/^[\w./:@%+,={}-]+$/.test(text) ? text : shellWord(text))

function call({ method, path, auth }: Endpoint): string {
  const verb = method === 'ANY' ? 'GET' : method
  const flags = verb === 'HEAD' ? '-I' : `-i -X ${verb}`
  return `curl ${flags} "$API_URL"${shellWord(examplePath(path))}${AUTHORIZATION[auth]}`
}

const AUTHORIZATION: Readonly<Record<Auth, string>> = {
  access_token: ' -H "Authorization: Bearer $ACCESS_TOKEN"',
  id_token: ' -H "Authorization: Bearer $ID_TOKEN"',
  // curl leaves out a header without a value: only temporary credentials have a session token.
  iam:
    ' --aws-sigv4 "aws:amz:$REGION:execute-api" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"' +
    ' -H "x-amz-security-token: ${AWS_SESSION_TOKEN:-}"',
  none: '',
}

/** Replaces `{id}` by 1 and `{proxy+}` by two segments. */
const examplePath = (path: string): string =>
  path.replaceAll(/\{[^}]*\+\}/g, 'a/b').replaceAll(/\{[^}]*\}/g, '1')
