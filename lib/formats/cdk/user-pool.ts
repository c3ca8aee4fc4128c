import { child } from '../../document/field-path'
import type { ExistingUserPool, Model, NewUserPool } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { at, type Chunk, paragraph } from './chunk'
import { staged } from './names'

/** The user pool and its domain, or the existing one; and the issuer of its tokens. */
export function userPool({ userPool: pool }: Model): Chunk {
  if (pool.source === 'existing')
    return paragraph(['ExistingUserPool', pool.userPoolId], () => existingUserPool(pool))
  return paragraph(['UserPool', pool.name, pool.tier, pool.domainPrefix, pool.managedLogin], () =>
    newUserPool(pool),
  )
}

const existingUserPool = (pool: ExistingUserPool): Line[] =>
  withField(
    child(pool.field, 'userPoolId'),
    code`
      // Attached to, not changed.
      const userPool = cognito.UserPool.fromUserPoolId(this, 'UserPool', props?.userPoolId ?? ${quote(pool.userPoolId)});
      const issuer = \`https://\${userPool.userPoolProviderName}\`;
    `,
  )

function newUserPool(pool: NewUserPool): Line[] {
  const field = (key: string) => child(pool.field, key)
  return withField(
    pool.field,
    code`
      const userPool = new cognito.UserPool(this, 'UserPool', {
        ${at(field('name'), `userPoolName: ${staged(pool.name)},`)}
        ${at(field('tier'), `featurePlan: cognito.FeaturePlan.${pool.tier},`)}
        // Users are created by an administrator.
        selfSignUpEnabled: false,
        // Users and their subjects cannot be made again: the pool outlives its stack.
        removalPolicy: cdk.RemovalPolicy.RETAIN,
      });
      const userPoolDomain = userPool.addDomain('Domain', {
        ${at(field('domainPrefix'), `cognitoDomain: { domainPrefix: ${staged(pool.domainPrefix)} },`)}
        ${withField(field('managedLogin'), managedLogin(pool))}
      });
      const issuer = userPool.userPoolProviderUrl;
    `,
  )
}

const managedLogin = ({ managedLogin }: NewUserPool): Line[] =>
  managedLogin
    ? code`
        // It shows a page only to clients that have a branding.
        managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
      `
    : code`
        managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
      `
