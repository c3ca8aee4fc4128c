import { apiGatewayGuide } from '../../aws/docs'
import { exists, sameLink } from '../../deployed/access'
import type { Api, Link, Resource } from '../../deployed/deployed'
import { endpointName } from '../../deployed/show'
import { all, yes } from '../../deployed/truth'
import { about } from '../about'
import { dependOn, howToWait, namesToWaitFor } from '../depend-on'
import type { Rule } from '../rule'

/** What a deployment has to wait for. */
interface Part {
  readonly part: Resource
  readonly api: Link<Api>
  readonly name: () => string
}

export const deploymentTooEarly: Rule = {
  code: 'DEPLOYMENT_TOO_EARLY',
  severity: 'error',
  source: apiGatewayGuide('how-to-deploy-api'),
  check: ({ deployed }) =>
    deployed.deployments.flatMap(deployment => {
      const { api } = deployment
      const parts: readonly Part[] = [
        ...deployed.endpoints.flatMap(endpoint =>
          endpoint.parts.map(part => ({ part, api: endpoint.api, name: () => endpointName(endpoint) })),
        ),
        ...deployed.gatewayResponses.map(part => ({ part, api: part.api, name: () => part.id })),
      ]
      const late = parts.filter(({ part }) => deployed.isOrdered(part, deployment) === false)
      let isTold = false
      return late.map(({ part, api: apiOfPart, name }) => {
        const truth = all(exists(part), sameLink(api, apiOfPart))
        // One part is enough: the finding is about the deployment. What others assume or depend on is told too.
        if (truth === yes) {
          if (isTold) return undefined
          isTold = true
        }
        return about(deployment, truth, () => ({
          message: `${deployment.id} does not wait for ${part.id}.`,
          why: `A deployment is a snapshot: what is created after it is not served, so ${name()} may be missing from the stage.`,
          fix: howToWait(deployment, part, deployed, {
            kind: 'deployment',
            besideIt: 'Let the deployment depend on every method and gateway response.',
          }),
          proposals: () => {
            const own = late.filter(it => sameLink(api, it.api).is === true)
            const names = namesToWaitFor(
              deployment,
              own.map(({ part }) => part),
              deployed,
            )
            return [
              {
                label: `Let ${deployment.id} depend on ${names.join(', ')}`,
                edits: dependOn(deployment, names),
              },
            ]
          },
        }))
      })
    }),
}
