import { apiGatewayGuide } from '../../aws/docs'
import { knownUnless, yes } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const stageNotRedeployed: Rule = {
  code: 'STAGE_NOT_REDEPLOYED',
  severity: 'error',
  source: apiGatewayGuide('how-to-deploy-api'),
  check: ({ deployed }) =>
    deployed.apis.flatMap(api => {
      const { served } = api
      if (!served) return []
      const [first] = served.changes
      return [
        about(api, first ? yes : knownUnless(served.open, false), () => ({
          at: first?.at ?? api.at,
          message: `The stage ${served.stage} does not serve what the API is configured to do now${first ? `: ${served.changes.map(({ words }) => words).join('; ')}` : ''}.`,
          why: 'Changes of methods, authorizers and scopes reach a stage only with the next deployment.',
          fix: `Deploy it: ${served.command}`,
        })),
      ]
    }),
}
