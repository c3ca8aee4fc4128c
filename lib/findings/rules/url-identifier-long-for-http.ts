import { child } from '../../document/field-path'
import type { Rule } from '../finding'

/** By the model of the apigatewayv2 API: `AuthorizationScopes` has members of 1 to 64 characters. */
const MOST = 64

export const urlIdentifierLongForHttp: Rule = {
  code: 'URL_IDENTIFIER_LONG_FOR_HTTP',
  check: ({ api, resourceServers }) =>
    api.type === 'http'
      ? []
      : resourceServers.flatMap(server => {
          const long = server.scopes.filter(({ fullScope }) => fullScope.length > MOST)
          const [first] = long
          if (!first) return []
          return [
            {
              code: 'URL_IDENTIFIER_LONG_FOR_HTTP',
              severity: 'suggestion',
              paths: [child(server.field, 'identifier'), ...long.map(({ field }) => child(field, 'name'))],
              message: `The scope "${first.fullScope}"${long.length === 1 ? ' has' : ` and ${long.length - 1} more of its resource server have`} over ${MOST} characters.`,
              why: 'A REST API takes them; if it became an HTTP API, a route would refuse them.',
              fix: 'Choose a shorter identifier now: renaming it later renames every scope in every token.',
              source: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html',
            },
          ]
        }),
}
