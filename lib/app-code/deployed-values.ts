import type { Client, Model } from '../model/model'
import { code, quote } from '../text/code'
import { comment, type Line } from '../text/line'
import { issuersOf } from '../token/issuer'

/** TypeScript expressions for what is known only after deployment: `'<Name>'` for the output `Name` of the stack. */
export interface DeployedValues {
  readonly userPoolId: string
  readonly issuer: string
  readonly clientId: string
  readonly apiUrl: string
  /** Host of the sign-in pages. */
  readonly domain: string
  readonly tokenUrl: string
}

const placeholder = (output: string): string => quote(`<${output}>`)

/** Values of a new pool are placeholders; what is known of an existing pool is filled in. */
export function deployedValues({ userPool: pool }: Model, client: Client): DeployedValues {
  const created = { clientId: placeholder(`${client.id}Id`), apiUrl: placeholder('ApiUrl') }
  if (pool.source === 'new')
    return {
      ...created,
      userPoolId: placeholder('UserPoolId'),
      issuer: placeholder('Issuer'),
      domain: placeholder('host of AuthorizeUrl'),
      tokenUrl: placeholder('TokenUrl'),
    }
  const domain = pool.domain ?? '<domain of the user pool>'
  return {
    ...created,
    userPoolId: quote(pool.userPoolId),
    issuer: quote(issuersOf(pool.userPoolId).original),
    domain: quote(domain),
    tokenUrl: quote(`https://${domain}/oauth2/token`),
  }
}

export interface Heading {
  /** What the file does, without a full stop. */
  readonly purpose: string
  /** The packages to install, or another requirement. */
  readonly requires: string
  /** The code contains a host or an address of the pool's domain. */
  readonly usesDomain: boolean
}

/** Comment at the top of a file: what it is for, what it needs, and where to read the placeholders. */
export function heading(model: Model, client: Client, { purpose, requires, usesDomain }: Heading): Line[] {
  const { service, stage, region, userPool: pool } = model
  const isDomainUnknown = usesDomain && pool.source === 'existing' && pool.domain === undefined
  return code`
    // ${purpose}, for the app client ${quote(client.name)}.
    // ${requires}
    //
    // Replace each '<Name>' below by the stack output of that name. To read the outputs:
    // aws cloudformation describe-stacks --stack-name ${service}-${stage} --region ${region} --query "Stacks[0].Outputs"
    // (Terraform: terraform output, where UserPoolId is user_pool_id.)
    ${isDomainUnknown ? comment('//', DOMAIN_UNKNOWN) : undefined}
  `
}

const DOMAIN_UNKNOWN =
  'wizard.json does not contain the domain of the user pool: see Domain in the console of Amazon Cognito.'
