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
    else if (protection(endpoint) !== protection(other))
      changes.push({ words: `${name} has other scopes or another authorizer`, at: endpoint.at })
  }
  for (const [name, endpoint] of served)
    changes.push({ words: `${name} is on the stage only`, at: endpoint.at })
  return changes
}

/** Authorization type, scopes and pools in one text, for comparison. */
function protection({ authorizationType, authorizer, scopes }: Endpoint): string {
  const type = authorizationType.kind === 'text' ? whole(authorizationType) : undefined
  const hasPools = type === 'COGNITO_USER_POOLS' && authorizer.kind === 'one'
  return JSON.stringify([type, textsOf(scopes), hasPools && textsOf(authorizer.to.providerArns)])
}

const textsOf = (list: Term) =>
  listingOf(list)
    .items.map(({ text }) => show(text))
    .toSorted()
