import { HTTP_ROUTES } from '../../aws/docs'
import { MAX_ROUTE_SCOPE_LENGTH } from '../../aws/limits'
import { child } from '../../document/field-path'
import type { Rule } from '../finding'

export const urlIdentifierLongForHttp: Rule = {
  code: 'URL_IDENTIFIER_LONG_FOR_HTTP',
  check: ({ api, resourceServers }) =>
    api.type === 'http'
      ? []
      : resourceServers.flatMap(server => {
          const long = server.scopes.filter(({ fullScope }) => fullScope.length > MAX_ROUTE_SCOPE_LENGTH)
          const [first] = long
          if (!first) return []
          return [
            {
              code: 'URL_IDENTIFIER_LONG_FOR_HTTP',
              severity: 'suggestion',
              paths: [child(server.field, 'identifier'), ...long.map(({ field }) => child(field, 'name'))],
              message: `The scope "${first.fullScope}"${long.length === 1 ? ' is' : ` and ${long.length - 1} more of its resource server are`} longer than ${MAX_ROUTE_SCOPE_LENGTH} characters.`,
              why: 'A REST API accepts such scopes, but a route of an HTTP API does not.',
              fix: 'Choose a shorter identifier now: changing it later changes every scope in every token.',
              source: HTTP_ROUTES,
            },
          ]
        }),
}
