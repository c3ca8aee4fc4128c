import { signsInUsers } from '../../aws/grants'
import { MAX_BRANDING_STYLES } from '../../aws/limits'
import { specError } from '../error-code'
import { quote } from '../quote'
import type { SpecRule } from './rule'

/** The pool and the stack are in one Region: the pool id says which. */
export const poolRegion: SpecRule = function* ({ region, userPool: { source, userPoolId } }) {
  if (source !== 'existing' || region === undefined || userPoolId === undefined) return
  const own = userPoolId.slice(0, userPoolId.indexOf('_'))
  if (own !== region)
    yield specError(
      'REGION_MISMATCH',
      'userPool.userPoolId',
      `The pool ${quote(userPoolId)} is in ${own}, but the stack is in ${region}; use a pool of ${region} or set the region to ${own}.`,
    )
}

/** Managed login is a feature of the newer plans. */
export const managedLoginTier: SpecRule = function* ({ userPool: { source, tier, managedLogin } }) {
  if (source === 'new' && tier === 'LITE' && managedLogin === true)
    yield specError(
      'MANAGED_LOGIN_NEEDS_TIER',
      'userPool.managedLogin',
      'The tier LITE has no managed login; turn managed login off, or choose ESSENTIALS or PLUS.',
    )
}

/** Every client that signs users in needs a branding style of its own. */
export const brandingStyles: SpecRule = function* ({ userPool, clients }) {
  const { source, tier, managedLogin } = userPool
  const branded = managedLogin ?? (source === 'new' && tier !== undefined && tier !== 'LITE')
  if (!branded || source === undefined) return
  const interactive = (clients ?? []).filter(({ grants }) => grants?.some(signsInUsers)).length
  if (interactive > MAX_BRANDING_STYLES)
    yield specError(
      'TOO_MANY',
      'clients',
      `Managed login needs a branding style for each of ${interactive} clients that sign users in, and a pool has at most ${MAX_BRANDING_STYLES}; remove ${interactive - MAX_BRANDING_STYLES} or turn managed login off.`,
    )
}
