import type { Endpoint, Model } from '../../model/model'
import { shellBlock, shellWord } from './markdown'

/** One call for every endpoint. */
export function calls(model: Model): readonly string[] {
  const { endpoints, api } = model
  const lines = endpoints.flatMap(endpoint => [`# ${wants(endpoint)}`, call(endpoint)])
  return [
    '## Call the endpoints',
    `The functions answer with the claims that API Gateway verified.${tokenToPut(model)}`,
    shellBlock(
      'API_URL=$(output ApiUrl)',
      ...(api.hasAuthorizer ? ["TOKEN='paste the token here'"] : []),
      ...lines,
    ),
  ]
}

function tokenToPut({ endpoints, api, userPool }: Model): string {
  if (!api.hasAuthorizer) return ''
  const has = (wanted: Endpoint['auth']) => endpoints.some(({ auth }) => auth === wanted)
  const source = userPool.source === 'new' || userPool.domain !== undefined ? ' of the last step' : ''
  const idToken = '`id_token` (clients with the scope `openid` get one)'
  if (!has('access_token')) return ` Put the ${idToken}${source} in \`TOKEN\`.`
  const orIdToken = has('id_token') ? `, or where an ID token is wanted its ${idToken}` : ''
  return ` Put the \`access_token\`${source} in \`TOKEN\`${orIdToken}.`
}

function wants({ method, path, auth, scopes }: Endpoint): string {
  const name = `${method} ${commentWord(path)}`
  switch (auth) {
    case 'none':
      return `${name}: no token`
    case 'id_token':
      return `${name}: an ID token`
    case 'access_token':
      return `${name}: an access token with ${scopes.map(({ fullScope }) => commentWord(fullScope)).join(' or ')}`
  }
}

/** Pasted into zsh, which knows no comments when it is interactive, the words of one must mean nothing either. */
const commentWord = (text: string): string => (/^[\w./:@%+,={}-]+$/.test(text) ? text : shellWord(text))

function call({ method, path, auth }: Endpoint): string {
  const verb = method === 'ANY' ? 'GET' : method
  const flags = verb === 'HEAD' ? '-I' : `-i -X ${verb}`
  const header = auth === 'none' ? '' : ' -H "Authorization: Bearer $TOKEN"'
  return `curl ${flags} "$API_URL"${shellWord(examplePath(path))}${header}`
}

/** `{id}` as 1, `{proxy+}` as two segments. */
const examplePath = (path: string): string =>
  path.replaceAll(/\{[^}]*\+\}/g, 'a/b').replaceAll(/\{[^}]*\}/g, '1')
