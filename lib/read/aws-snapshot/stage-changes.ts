import { type Cause, distinctCauses } from '../../deployed/cause'
import { causesOf, whole } from '../../deployed/compare'
import type { Endpoint, Served } from '../../deployed/deployed'
import { asText, listingOf } from '../../deployed/questions'
import { endpointName, show } from '../../deployed/show'
import type { Term } from '../../deployed/term'
import { known, type Truth, undecided } from '../../deployed/truth'

/**
 * What the configuration of an API and the export of its stage say differently about who may call. `hidden` says why `own`
 * may lack endpoints.
 */
export function stageChanges(
  own: readonly Endpoint[],
  ofStage: readonly Endpoint[],
  hidden: readonly Cause[],
): Pick<Served, 'changes' | 'open'> {
  const served = new Map(ofStage.map(endpoint => [endpointName(endpoint), endpoint]))
  const changes: Served['changes'][number][] = []
  const open: Cause[] = []
  for (const endpoint of own) {
    const name = endpointName(endpoint)
    const other = served.get(name)
    served.delete(name)
    if (!other) {
      changes.push({ words: `${name} is not on the stage`, at: endpoint.at })
      continue
    }
    const { is, because } = differ(endpoint, other)
    if (is) changes.push({ words: `${name} has other scopes or another authorizer`, at: endpoint.at })
    open.push(...because)
  }
  for (const [name, endpoint] of hidden.length > 0 ? [] : served)
    changes.push({ words: `${name} is on the stage only`, at: endpoint.at })
  return { changes, open: distinctCauses([...open, ...hidden]) }
}

/** Do two methods ask for other types, scopes or pools? */
function differ(one: Endpoint, other: Endpoint): Truth {
  const [type, served] = [asText(one.authorizationType), asText(other.authorizationType)]
  const causes = [...causesOf(type), ...causesOf(served)]
  if (causes.length > 0) return undecided(...causes)
  if (whole(type) !== whole(served) || textsOf(one.scopes) !== textsOf(other.scopes)) return known(true)
  return whole(type) === 'COGNITO_USER_POOLS' ? differInPools(one, other) : known(false)
}

function differInPools({ authorizer: one }: Endpoint, { authorizer: other }: Endpoint): Truth {
  if (one.kind === 'one' && other.kind === 'one')
    return known(textsOf(one.to.providerArns) !== textsOf(other.to.providerArns))
  return undecided(...[one, other].flatMap(link => ('because' in link ? link.because : [])))
}

const textsOf = (list: Term): string =>
  JSON.stringify(
    listingOf(list)
      .items.map(({ text }) => show(text))
      .toSorted(),
  )
