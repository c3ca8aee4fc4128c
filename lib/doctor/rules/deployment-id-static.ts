import { apiGatewayGuide } from '../../aws/docs'
import { known } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const deploymentIdStatic: Rule = {
  code: 'DEPLOYMENT_ID_STATIC',
  severity: 'suggestion',
  source: apiGatewayGuide('how-to-deploy-api'),
  check: ({ deployed, files }) =>
    deployed.deployments
      .filter(({ api }) => api.kind !== 'one' || !api.to.deploysItself)
      .map(deployment => {
        const isPlain = files.some(
          ({ source, format }) => source === deployment.at.source && /^cloudformation/.test(format ?? ''),
        )
        return about(deployment, known(isPlain && deployment.isStatic), () => ({
          message: `The logical ID ${deployment.id} never changes.`,
          why: 'A deployment is created once: later changes of methods, authorizers and scopes do not reach the stage.',
          fix: 'Put a hash of the configuration into the logical ID, or run aws apigateway create-deployment after each change.',
        }))
      }),
}
