import { signsInUsers } from '../../aws/grants'
import { MAX_BRANDING_STYLES } from '../../aws/limits'
import { specError } from '../error-code'
import { quote } from '../quote'
import { specRule } from '../spec-rule'

/** Rejects an existing pool in another Region than the stack; its ID contains the Region. */
export const poolRegion = specRule(
  ['region', 'userPool'],
  function* ({ region, userPool: { source, userPoolId } }) {
    if (source !== 'existing' || region === undefined || userPoolId === undefined) return
    const own = userPoolId.slice(0, userPoolId.indexOf('_'))
    if (own !== region)
      yield specError(
        'REGION_MISMATCH',
        'userPool.userPoolId',
        `The pool ${quote(userPoolId)} is in ${own}, but the stack is in ${region}. Use a pool in ${region}, or set the Region to ${own}.`,
      )
  },
)

/** Rejects managed login with the LITE feature plan, which does not have it. */
export const managedLoginTier = specRule(
  ['userPool'],
  function* ({ userPool: { source, tier, managedLogin } }) {
    if (source === 'new' && tier === 'LITE' && managedLogin === true)
      yield specError(
        'MANAGED_LOGIN_NEEDS_TIER',
        'userPool.managedLogin',
        'Managed login is not available with the LITE feature plan. Turn it off, or choose ESSENTIALS or PLUS.',
      )
  },
)

/** Rejects a trigger with the LITE feature plan, which cannot change access tokens. */
export const triggerTier = specRule(
  ['userPool'],
  function* ({ userPool: { source, tier, preTokenGeneration } }) {
    if (source === 'new' && tier === 'LITE' && preTokenGeneration !== undefined)
      yield specError(
        'TRIGGER_NEEDS_TIER',
        'userPool.preTokenGeneration',
        'A trigger that changes access tokens is not available with the LITE feature plan. Remove it, or choose ESSENTIALS or PLUS.',
      )
  },
)

/** Rejects more interactive clients than a pool can have branding styles. */
export const brandingStyles = specRule(['userPool', 'clients'], function* ({ userPool, clients }) {
  const { source, tier, managedLogin } = userPool
  const branded = managedLogin ?? (source === 'new' && tier !== undefined && tier !== 'LITE')
  if (!branded || source === undefined) return
  const interactive = (clients ?? []).filter(({ grants }) => grants?.some(signsInUsers)).length
  if (interactive > MAX_BRANDING_STYLES)
    yield specError(
      'TOO_MANY',
      'clients',
      `Managed login requires a branding style for each of the ${interactive} clients that sign users in, and a pool has at most ${MAX_BRANDING_STYLES}. Remove ${interactive - MAX_BRANDING_STYLES}, or turn managed login off.`,
    )
})
