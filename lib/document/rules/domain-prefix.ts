import { MAX_DOMAIN_PREFIX_LENGTH } from '../../aws/limits'
import { RESERVED_DOMAIN_WORDS } from '../../aws/patterns'
import { specError } from '../error-code'
import { quote } from '../quote'
import type { SpecRule } from './rule'

/** The domain prefix as deployed, with the stage in front: one DNS label, without the words that Cognito keeps. */
export const domainPrefix: SpecRule = function* ({ stage, userPool: { source, domainPrefix: prefix } }) {
  if (source === 'existing' || prefix === undefined) return
  const deployed = stage === undefined ? prefix : `${stage}-${prefix}`
  if (deployed.length > MAX_DOMAIN_PREFIX_LENGTH) {
    yield specError(
      'TOO_LONG',
      'userPool.domainPrefix',
      `With its stage the domain prefix ${quote(deployed)} has ${deployed.length} characters; at most ${MAX_DOMAIN_PREFIX_LENGTH} are allowed, so shorten it by ${deployed.length - MAX_DOMAIN_PREFIX_LENGTH}.`,
    )
    return
  }
  const word = RESERVED_DOMAIN_WORDS.find(reserved => deployed.includes(reserved))
  if (word === undefined) return
  const origin = prefix.includes(word) ? '' : `, which the stage ${quote(stage!)} brings in`
  yield specError(
    'RESERVED_WORD',
    'userPool.domainPrefix',
    `The domain prefix ${quote(deployed)} holds the reserved word "${word}"${origin}; Cognito refuses aws, amazon and cognito anywhere in it, so use another ${origin ? 'stage' : 'prefix'}.`,
  )
}
