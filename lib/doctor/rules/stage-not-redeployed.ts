import { apiGatewayGuide } from '../../aws/docs'
import { whole } from '../../deployed/compare'
import type { Api, Endpoint } from '../../deployed/deployed'
import { listingOf } from '../../deployed/questions'
import { endpointName, show } from '../../deployed/show'
import { known } from '../../deployed/truth'
import { about } from '../about'
import type { Facts, Rule } from '../rule'

export const stageNotRedeployed: Rule = {
  code: 'STAGE_NOT_REDEPLOYED',
  severity: 'error',
  source: apiGatewayGuide('how-to-deploy-api'),
  check: facts =>
    facts.deployed.apis.flatMap(api => {
      const { served } = api
      if (!served) return []
      const changes = changesOf(api, facts)
      const [first] = changes
      return [
        about(api, known(first !== undefined), () => ({
          at: first?.at ?? api.at,
          message: `The stage ${served.stage} does not serve what the API is configured to do now: ${changes.map(({ words }) => words).join('; ')}.`,
          why: 'Changes of authorizers, scopes and methods reach a stage only with the next deployment.',
          fix: `Deploy it: ${served.command}`,
        })),
      ]
    }),
}

interface Change {
  readonly words: string
  readonly at: Endpoint['at']
}

/** What the configuration and the stage's export say differently about who may call. */
function changesOf(api: Api, { deployed }: Facts): readonly Change[] {
  const own = deployed.endpoints.filter(
    endpoint => endpoint.api.kind === 'one' && endpoint.api.to.key === api.key,
  )
  const served = new Map((api.served?.endpoints ?? []).map(endpoint => [endpointName(endpoint), endpoint]))
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

/** Authorization type, pools and scopes in one text, for comparison. */
function protection({ authorizationType, authorizer, scopes }: Endpoint): string {
  const type = authorizationType.kind === 'text' ? whole(authorizationType) : undefined
  const arns = authorizer.kind === 'one' ? texts(listingOf(authorizer.to.providerArns)) : ''
  return [type, type === 'COGNITO_USER_POOLS' ? arns : '', texts(listingOf(scopes))].join(' | ')
}

const texts = ({ items }: ReturnType<typeof listingOf>) =>
  items
    .map(({ text }) => show(text))
    .toSorted()
    .join(' ')
