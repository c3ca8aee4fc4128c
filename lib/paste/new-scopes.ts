import { SCOPE_NAME_CHARACTERS } from '../aws/patterns'
import { isReservedScope } from '../aws/scopes'
import type { NewScope } from '../document/edit/declare-scopes'
import { splitScope } from '../document/split-scope'
import type { Endpoint, PasteContext } from './pasted-endpoints'

const SCOPE_NAME = new RegExp(`^[${SCOPE_NAME_CHARACTERS.characters}]{1,256}$`)
const MAX_DESCRIPTION_LENGTH = 256

/** Whether the text can be the name of a scope, without an identifier. */
export const isScopeName = (text: string): boolean => SCOPE_NAME.test(text)

/**
 * Lists the scopes of `endpoints` that no resource server has, if they have the form `identifier/scope`. `descriptions`
 * are those of full scopes.
 */
export function newScopesOf(
  endpoints: readonly Endpoint[],
  { declared, identifiers }: PasteContext,
  descriptions: ReadonlyMap<string, string> = new Map(),
): readonly NewScope[] {
  const known = new Set(declared)
  const used = new Set(endpoints.flatMap(({ scopes }) => scopes))
  return [...used].flatMap(full => {
    if (known.has(full) || isReservedScope(full)) return []
    const { prefix, name } = splitScope(full, identifiers)
    const identifier = prefix.slice(0, -1)
    if (identifier === '' || !isScopeName(name)) return []
    return [{ identifier, name, description: describe(descriptions.get(full), name) }]
  })
}

const describe = (description: string | undefined, name: string) =>
  (description ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_DESCRIPTION_LENGTH) || `Access to ${name}`
