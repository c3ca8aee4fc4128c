import { cognitoGuide } from '../../aws/docs'
import { MAX_DOMAIN_PREFIX_LENGTH } from '../../aws/limits'
import { DOMAIN_PREFIX, RESERVED_DOMAIN_WORDS } from '../../aws/patterns'
import { causesOf, whole } from '../../deployed/compare'
import { leastLength, lengthOf } from '../../deployed/length'
import { asText, isAbsent, textIs } from '../../deployed/questions'
import { show } from '../../deployed/show'
import type { Text } from '../../deployed/term'
import { all, known, knownUnless, type Truth } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const domainPrefixInvalid: Rule = {
  code: 'DOMAIN_PREFIX_INVALID',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-assign-domain-prefix'),
  check: ({ deployed }) =>
    deployed.domains.map(domain =>
      about(domain, all(isAbsent(domain.isCustom), textIs(domain.domain, isInvalid)), () => ({
        at: domain.domain.at,
        message: `Cognito does not accept the domain prefix ${show(asText(domain.domain))}.`,
        why: 'A prefix has 1 to 63 lower-case letters, digits and hyphens, no hyphen at either end, and does not contain aws, amazon or cognito.',
        fix: 'Choose another prefix.',
      })),
    ),
}

/** A literal part can be invalid whatever the unknown parts are, and all parts together too long. */
function isInvalid(text: Text): Truth {
  const literals = text.parts.flatMap(part => (part.kind === 'literal' ? [part.text] : []))
  const wrong = literals.some(
    piece => /[^a-z0-9-]/.test(piece) || RESERVED_DOMAIN_WORDS.some(word => piece.includes(word)),
  )
  const prefix = whole(text)
  if (prefix !== undefined) return known(wrong || !DOMAIN_PREFIX.test(prefix), text.assumed)
  if (wrong || text.parts[0] === undefined || leastLength(text) > MAX_DOMAIN_PREFIX_LENGTH)
    return known(true, text.assumed)
  const lengths = text.parts.map(lengthOf)
  const most = lengths.reduce((sum, length) => sum + (length?.most ?? 0), 0)
  // Values that AWS gives have the right characters. Only how long they are may decide.
  const open = text.parts.filter((_, i) => {
    const length = lengths[i]
    return !length || (most > MAX_DOMAIN_PREFIX_LENGTH && length.least < length.most)
  })
  return knownUnless(causesOf({ parts: open }), false, text.assumed)
}
