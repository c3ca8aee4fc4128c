import type { Access } from '../deployed/access'
import { outside } from '../deployed/cause'
import type { Link, UserPool } from '../deployed/deployed'
import { all, not, some, type Truth, undecided } from '../deployed/truth'

/** A pre token generation trigger may add any scope to an access token: what would be a fault is then undecided. */
export function withTrigger(truth: Truth, pools: readonly Link<UserPool>[], access: Access): Truth {
  const trigger = some(...pools.map(pool => access.hasScopeTrigger(pool)))
  if (trigger.is === false) return all(truth, not(trigger))
  const causes =
    trigger.is === true
      ? [
          outside(
            'pre token generation trigger',
            'A pre token generation trigger may add scopes to access tokens.',
          ),
        ]
      : trigger.because
  return all(truth, undecided(...causes))
}
