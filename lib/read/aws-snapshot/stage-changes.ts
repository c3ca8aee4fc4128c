import { whole } from '../../deployed/compare'
import type { Change, Endpoint } from '../../deployed/deployed'
import { listingOf } from '../../deployed/questions'
import { endpointName, show } from '../../deployed/show'
import type { Term } from '../../deployed/term'

/** What the configuration of an API and the export of its stage say differently about who may call. */
export function stageChanges(own: readonly Endpoint[], ofStage: readonly Endpoint[]): readonly Change[] {
  const served = new Map(ofStage.map(endpoint => [endpointName(endpoint), endpoint]))
  const changes: Change[] = []
  for (const endpoint of own) {
    const name = endpointName(endpoint)
    const other = served.get(name)
    served.delete(name)
    if (!other) changes.push({ words: `${name} is not on the stage`, at: endpoint.at })
    else if (differs(endpoint, other))
      changes.push({ words: `${name} has other scopes or another authorizer`, at: endpoint.at })
  }
  for (const [name, endpoint] of served)
    changes.push({ words: `${name} is on the stage only`, at: endpoint.at })
  return changes
}

/** Whether two methods ask for other types, scopes or pools; what is not known of one of them is no difference. */
function differs(one: Endpoint, other: Endpoint): boolean {
  const [type, served] = [typeOf(one), typeOf(other)]
  if (type === undefined || served === undefined) return false
  if (type !== served || textsOf(one.scopes) !== textsOf(other.scopes)) return true
  const [pools, servedPools] = [poolsOf(one), poolsOf(other)]
  return pools !== undefined && servedPools !== undefined && pools !== servedPools
}

const typeOf = ({ authorizationType }: Endpoint): string | undefined =>
  authorizationType.kind === 'text' ? whole(authorizationType) : undefined

/** The pools of an authorizer that is in the answers. */
const poolsOf = ({ authorizer }: Endpoint): string | undefined =>
  authorizer.kind === 'one' ? textsOf(authorizer.to.providerArns) : undefined

const textsOf = (list: Term): string =>
  JSON.stringify(
    listingOf(list)
      .items.map(({ text }) => show(text))
      .toSorted(),
  )
