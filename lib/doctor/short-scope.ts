import { isReserved } from '../deployed/client'
import type { Text } from '../deployed/term'
import { all, known, knownUnless, not, type Truth } from '../deployed/truth'

/** Neither one of Cognito's own scopes, nor a full name with a slash. */
export const isShort = (text: Text): Truth => all(not(hasSlash(text)), not(isReserved(text)))

function hasSlash(text: Text): Truth {
  if (text.parts.some(part => part.kind === 'literal' && part.text.includes('/')))
    return known(true, text.assumed)
  const causes = text.parts.flatMap(part => (part.kind === 'unknown' ? [part.cause] : []))
  return knownUnless(causes, false, text.assumed)
}
