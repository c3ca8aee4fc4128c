import { MAX_DOMAIN_PREFIX_LENGTH } from '../../aws/limits'
import { RESERVED_DOMAIN_WORDS } from '../../aws/patterns'
import { specError } from '../error-code'
import { quote } from '../quote'
import { specRule } from '../spec-rule'

/** Checks the domain prefix as deployed, with the stage as its prefix: one DNS label without reserved words. */
export const domainPrefix = specRule(
  ['stage', 'userPool'],
  function* ({ stage, userPool: { source, domainPrefix: prefix } }) {
    if (source === 'existing' || prefix === undefined) return
    const deployed = stage === undefined ? prefix : `${stage}-${prefix}`
    if (deployed.length > MAX_DOMAIN_PREFIX_LENGTH) {
      yield specError(
        'TOO_LONG',
        'userPool.domainPrefix',
        `With the stage, the domain prefix ${quote(deployed)} has ${deployed.length} characters. At most ${MAX_DOMAIN_PREFIX_LENGTH} are allowed: shorten it by ${deployed.length - MAX_DOMAIN_PREFIX_LENGTH}.`,
      )
      return
    }
    const word = RESERVED_DOMAIN_WORDS.find(reserved => deployed.includes(reserved))
    if (word === undefined) return
    const origin = stage === undefined || prefix.includes(word) ? undefined : quote(stage)
    yield specError(
      'RESERVED_WORD',
      'userPool.domainPrefix',
      `The domain prefix ${quote(deployed)} contains the reserved word "${word}"${origin ? `, which comes from the stage ${origin}` : ''}. Cognito does not allow aws, amazon or cognito in a prefix: use another ${origin ? 'stage' : 'prefix'}.`,
    )
  },
)
