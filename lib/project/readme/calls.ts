import type { Endpoint, Model } from '../../model/model'
import { shellWord } from '../shell'
import { shellBlock } from './markdown'

/** One call for every endpoint. */
export function calls({ endpoints, api }: Model): readonly string[] {
  const lines = endpoints.flatMap(endpoint => [`# ${wants(endpoint)}`, call(endpoint)])
  return [
    '## Call the endpoints',
    `The functions answer with the claims that API Gateway verified.${
      api.hasAuthorizer ? ' Put the token of the last step in `TOKEN`.' : ''
    }`,
    shellBlock(
      'API_URL=$(output ApiUrl)',
      ...(api.hasAuthorizer ? ["TOKEN='paste the token here'"] : []),
      ...lines,
    ),
  ]
}

function wants({ method, path, auth, scopes }: Endpoint): string {
  const name = `${method} ${path}`
  switch (auth) {
    case 'none':
      return `${name}: no token`
    case 'id_token':
      return `${name}: an ID token`
    case 'access_token':
      return `${name}: an access token with ${scopes.map(({ fullScope }) => fullScope).join(' or ')}`
  }
}

function call({ method, path, auth }: Endpoint): string {
  const verb = method === 'ANY' ? 'GET' : method
  const flags = verb === 'HEAD' ? '-I' : `-i -X ${verb}`
  const header = auth === 'none' ? '' : ' -H "Authorization: Bearer $TOKEN"'
  return `curl ${flags} "$API_URL"${shellWord(examplePath(path))}${header}`
}

/** `{id}` as 1, `{proxy+}` as two segments. */
const examplePath = (path: string): string =>
  path.replaceAll(/\{[^}]*\+\}/g, 'a/b').replaceAll(/\{[^}]*\}/g, '1')
