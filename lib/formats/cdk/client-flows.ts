import { REFRESH_FLOW } from '../../aws/auth-flows'
import { child } from '../../document/field-path'
import type { AuthFlow, Client, RefreshTokenRotation } from '../../model/model'
import { code, quote } from '../../text/code'
import type { Line } from '../../text/line'
import { at } from './lines'
import { variable } from './names'

type FlowInputs = Pick<Client, 'id' | 'field' | 'explicitAuthFlows'> & {
  readonly refreshTokenRotation: Readonly<RefreshTokenRotation> | undefined
}

/** The names of CDK's `AuthFlow`, which has none for the refresh flow. */
const NAMES: Readonly<Record<Exclude<AuthFlow, 'ALLOW_REFRESH_TOKEN_AUTH'>, string>> = {
  ALLOW_USER_AUTH: 'user',
  ALLOW_USER_SRP_AUTH: 'userSrp',
  ALLOW_USER_PASSWORD_AUTH: 'userPassword',
  ALLOW_ADMIN_USER_PASSWORD_AUTH: 'adminUserPassword',
  ALLOW_CUSTOM_AUTH: 'custom',
}

/** CDK's `authFlows`; nothing without flows, or if it cannot express them. */
export const authFlows = (inputs: FlowInputs): Line[] =>
  isExpressible(inputs)
    ? at(
        child(inputs.field, 'explicitAuthFlows'),
        `authFlows: { ${namedFlows(inputs)
          .map(name => `${name}: true`)
          .join(', ')} },`,
      )
    : []

/** The flows as CloudFormation lists them, where `authFlows` cannot express them. */
export function exactFlows(inputs: FlowInputs): Line[] {
  const { id, field, explicitAuthFlows: flows } = inputs
  if (!flows || isExpressible(inputs)) return []
  const path = child(field, 'explicitAuthFlows')
  const client = `${variable(id)}.node.defaultChild`
  return code`
    // Set here, because authFlows of CDK cannot express exactly these flows.
    (${client} as cognito.CfnUserPoolClient).explicitAuthFlows = [
      ${flows.map((flow, i) => ({ text: `${quote(flow)},`, field: child(path, i) }))}
    ];
  `
}

export const rotation = ({ field, refreshTokenRotation }: FlowInputs): Line[] =>
  refreshTokenRotation
    ? at(
        child(field, 'refreshTokenRotation', 'retryGracePeriodSeconds'),
        `refreshTokenRotationGracePeriod: cdk.Duration.seconds(${refreshTokenRotation.retryGracePeriodSeconds}),`,
      )
    : []

/** CDK adds the refresh flow to every client without rotation that has another flow. */
function isExpressible(inputs: FlowInputs): boolean {
  const { explicitAuthFlows: flows = [], refreshTokenRotation } = inputs
  const refreshes = flows.includes(REFRESH_FLOW)
  return namedFlows(inputs).length > 0 && refreshes === (refreshTokenRotation === undefined)
}

const namedFlows = ({ explicitAuthFlows: flows = [] }: FlowInputs): readonly string[] =>
  flows.flatMap(flow => (flow === REFRESH_FLOW ? [] : [NAMES[flow as keyof typeof NAMES]]))
