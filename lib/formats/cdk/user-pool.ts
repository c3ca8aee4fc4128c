import { child } from '../../document/field-path'
import type { ExistingUserPool, Model, NewUserPool } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { at, paragraph } from './lines'
import { staged } from './names'

type NewPoolInputs = Pick<
  NewUserPool,
  'field' | 'name' | 'tier' | 'domainPrefix' | 'managedLogin' | 'selfSignUp' | 'usernameAttributes' | 'mfa'
>
type ExistingPoolInputs = Pick<ExistingUserPool, 'field' | 'userPoolId'>

/** The user pool with its domain, or the existing pool; and the issuer of its tokens. */
export function userPool({ userPool: pool }: Model): Block {
  const { field, managedLogin } = pool
  if (pool.source === 'existing') return block({ field, userPoolId: pool.userPoolId }, existingPoolLines)
  const { name, tier, domainPrefix, selfSignUp, usernameAttributes, mfa } = pool
  return block(
    { field, name, tier, domainPrefix, managedLogin, selfSignUp, usernameAttributes, mfa },
    newPoolLines,
  )
}

const existingPoolLines = (pool: ExistingPoolInputs): Line[] =>
  paragraph(
    withField(
      child(pool.field, 'userPoolId'),
      code`
        // Referenced, not changed.
        const userPool = cognito.UserPool.fromUserPoolId(this, 'UserPool', props?.userPoolId ?? ${quote(pool.userPoolId)});
        const issuer = \`https://\${userPool.userPoolProviderName}\`;
      `,
    ),
  )

function newPoolLines(pool: NewPoolInputs): Line[] {
  const field = (key: string) => child(pool.field, key)
  return paragraph(
    withField(
      pool.field,
      code`
      const userPool = new cognito.UserPool(this, 'UserPool', {
        ${at(field('name'), `userPoolName: ${staged(pool.name)},`)}
        ${at(field('tier'), `featurePlan: cognito.FeaturePlan.${pool.tier},`)}
        ${withField(field('selfSignUp'), selfSignUp(pool))}
        ${withField(field('usernameAttributes'), signInAliases(pool))}
        ${withField(field('mfa'), secondFactor(pool))}
        // Users cannot be recreated, so the pool is kept when the stack is deleted.
        removalPolicy: cdk.RemovalPolicy.RETAIN,
      });
      const userPoolDomain = userPool.addDomain('Domain', {
        ${at(field('domainPrefix'), `cognitoDomain: { domainPrefix: ${staged(pool.domainPrefix)} },`)}
        ${withField(field('managedLogin'), managedLogin(pool))}
      });
      const issuer = userPool.userPoolProviderUrl;
    `,
    ),
  )
}

const selfSignUp = ({ selfSignUp }: NewPoolInputs): Line[] =>
  selfSignUp
    ? code`
        selfSignUpEnabled: true,
      `
    : code`
        // Only administrators create users.
        selfSignUpEnabled: false,
      `

function signInAliases({ usernameAttributes }: NewPoolInputs): Line[] {
  if (usernameAttributes.length === 0) return []
  const email = usernameAttributes.includes('email')
  const phone = usernameAttributes.includes('phone_number')
  const aliases = [...(email ? ['email: true'] : []), ...(phone ? ['phone: true'] : [])]
  return code`
    signInAliases: { ${aliases.join(', ')} },
    ${phone ? noTextMessages : undefined}
    autoVerify: { email: ${String(email)}, phone: false },
  `
}

const noTextMessages = code`
  // Text messages require a role. Without one, phone numbers are not verified.
  enableSmsRole: false,
`

const secondFactor = ({ mfa }: NewPoolInputs): Line[] =>
  mfa === 'off'
    ? []
    : code`
        mfa: cognito.Mfa.${mfa.toUpperCase()},
        mfaSecondFactor: { sms: false, otp: true },
      `

const managedLogin = ({ managedLogin }: NewPoolInputs): Line[] =>
  managedLogin
    ? code`
        // Requires a branding style for each client.
        managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
      `
    : code`
        managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
      `
