import { specError } from '../error-code'
import { quote } from '../quote'
import type { SpecRule } from './rule'

const RESERVED = ['aws', 'amazon', 'cognito'] as const

/** The domain prefix as deployed, with the stage in front: one DNS label, without the words that Cognito keeps. */
export const domainPrefix: SpecRule = function* ({ stage, userPool: { source, domainPrefix: prefix } }) {
  if (source === 'existing' || prefix === undefined) return
  const deployed = stage === undefined ? prefix : `${stage}-${prefix}`
  if (deployed.length > 63) {
    yield specError(
      'TOO_LONG',
      'userPool.domainPrefix',
      `With its stage the domain prefix ${quote(deployed)} has ${deployed.length} characters; at most 63 are allowed, so shorten it by ${deployed.length - 63}.`,
    )
    return
  }
  const word = RESERVED.find(reserved => deployed.includes(reserved))
  if (word === undefined) return
  const origin = prefix.includes(word) ? '' : `, which the stage ${quote(stage!)} brings in`
  yield specError(
    'RESERVED_WORD',
    'userPool.domainPrefix',
    `The domain prefix ${quote(deployed)} holds the reserved word "${word}"${origin}; Cognito refuses aws, amazon and cognito anywhere in it, so use another ${origin ? 'stage' : 'prefix'}.`,
  )
}
