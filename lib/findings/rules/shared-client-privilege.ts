import { cognitoGuide } from '../../aws/docs'
import type { Client, Scope } from '../../model/model'
import type { Rule } from '../finding'

/** Words of a name or description that suggest that a scope is not for every user. */
const ADMINISTRATIVE = /^(?:admins?|administ\w*|superusers?|superadmins?|sudo|root|privileged)$/

export const sharedClientPrivilege: Rule = {
  code: 'SHARED_CLIENT_PRIVILEGE',
  check: ({ clients }) =>
    clients.flatMap(client => {
      const [first, ...others] = sharedPrivileges(client)
      if (!first) return []
      const scopes = [first, ...others]
      const names = scopes.map(({ fullScope }) => `"${fullScope}"`).join(', ')
      return [
        {
          code: 'SHARED_CLIENT_PRIVILEGE',
          severity: 'suggestion',
          paths: scopes.map(({ field }) => field),
          message: `Every user of client "${client.name}" can get ${names}, which seems to be for administrators.`,
          why: 'Scopes are granted to the app, not to the person: whoever signs in with it can request every scope of the client. This is a guess by the words of the scope.',
          fix: 'Give the scope to a client of its own, or put users into groups and remove the scope for the others in a pre token generation trigger (V2_0).',
          source: cognitoGuide('user-pool-lambda-pre-token-generation'),
        },
      ]
    }),
}

/** Administrative scopes next to others, in a client that users sign in with. */
function sharedPrivileges({ interactive, scopes }: Client) {
  if (!interactive) return []
  const custom = scopes.flatMap(use => (use.scope ? [{ ...use, scope: use.scope }] : []))
  const administrative = custom.filter(({ scope }) => isAdministrative(scope))
  return administrative.length < custom.length ? administrative : []
}

const isAdministrative = ({ name, description }: Scope): boolean =>
  [...words(name), ...words(description)].some(word => ADMINISTRATIVE.test(word))

/** `orders:adminAll` → orders, admin, all. */
const words = (text: string): readonly string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
