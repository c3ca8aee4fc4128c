import { apiGatewayGuide } from '../../aws/docs'
import { asksForToken } from '../../deployed/access'
import type { Api } from '../../deployed/deployed'
import { anyItem, listingOf, wholeTextIs } from '../../deployed/questions'
import { placeOf } from '../../deployed/term'
import { all, not, some } from '../../deployed/truth'
import { appendItems, insertEntry } from '../../source/insert'
import { about } from '../about'
import { hasCors, isOf } from '../endpoints'
import type { Proposal } from '../finding'
import type { Rule } from '../rule'

export const corsHeaderMissing: Rule = {
  code: 'CORS_HEADER_MISSING',
  severity: 'warning',
  source: apiGatewayGuide('http-api-cors'),
  check: ({ deployed }) =>
    deployed.apis
      .filter(({ type }) => type === 'http')
      .map(api => {
        const listed = anyItem(listingOf(api.corsHeaders), text =>
          wholeTextIs(text, header => header.toLowerCase() === 'authorization'),
        )
        const guarded = deployed.endpoints.map(endpoint => all(isOf(endpoint, api), asksForToken(endpoint)))
        return about(api, all(hasCors(api.cors), some(...guarded), not(listed)), () => ({
          at:
            api.corsHeaders.kind === 'absent'
              ? (api.cors.label ?? api.cors.at)
              : (api.corsHeaders.label ?? placeOf(api.corsHeaders)),
          message: `The CORS settings of ${api.id} do not allow the header Authorization.`,
          why: 'The preflight fails, and the browser never sends the token. A wildcard does not cover this header.',
          fix:
            api.cors.kind === 'text'
              ? 'Write AllowOrigins and AllowHeaders in place of this value, with authorization among the headers.'
              : 'Add authorization to the allowed headers.',
          proposals: () => allowHeader(api),
        }))
      }),
}

function allowHeader({ cors, corsHeaders, at }: Api): readonly Proposal[] {
  const label = 'Allow the header authorization'
  if (corsHeaders.kind === 'list' && corsHeaders.node)
    return [{ label, edits: [appendItems(corsHeaders.node, 'authorization')] }]
  if (corsHeaders.kind !== 'absent' || cors.kind !== 'fields' || !cors.node) return []
  const isOpenApi = cors.fields.has('allowOrigins') || cors.fields.has('allowMethods')
  const key = isOpenApi ? 'allowHeaders' : 'AllowHeaders'
  const after = ['AllowOrigins', 'allowOrigins']
  return at.source === cors.node.source
    ? [{ label, edits: [insertEntry(cors.node, key, ['authorization'], after)] }]
    : []
}
