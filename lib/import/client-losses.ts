import { setting } from '../deployed/client'
import { whole } from '../deployed/compare'
import type { Client } from '../deployed/deployed'
import { listingOf } from '../deployed/questions'
import type { Term } from '../deployed/term'
import { knownText } from './known-text'
import { type Notes, noteChanges } from './report'

/** Settings that a spec does not have, with the value that its clients get. */
const OTHERS: readonly (readonly [string, string?])[] = [
  ['AnalyticsConfiguration'],
  ['AuthSessionValidity', '3'],
  ['EnablePropagateAdditionalUserContextData', 'false'],
  ['EnableTokenRevocation', 'true'],
  ['PreventUserExistenceErrors', 'enabled'],
  ['ReadAttributes'],
  ['WriteAttributes'],
]

/** The lists of an imported client that may be shorter than those of the files. */
interface ImportedLists {
  /** The flows by the names that CloudFormation gives them. */
  readonly flows: readonly string[]
  readonly scopes: readonly string[]
  readonly callbackUrls: readonly string[]
  readonly logoutUrls: readonly string[]
  readonly identityProviders: readonly string[]
}

/** Notes the items of lists and the settings of a client that the import could not take along. */
export function noteClientLosses(client: Client, lists: ImportedLists, notes: Notes): void {
  const changed = noteChanges(client, notes)
  const lost = (what: string, key: string, carried: readonly string[]) => {
    const why = lostItems(setting(client, key), carried)
    if (why !== undefined) changed(what, why)
  }
  lost('grants', 'AllowedOAuthFlows', lists.flows)
  lost('scopes', 'AllowedOAuthScopes', lists.scopes)
  lost('callback URLs', 'CallbackURLs', lists.callbackUrls)
  lost('logout URLs', 'LogoutURLs', lists.logoutUrls)
  lost('identity providers', 'SupportedIdentityProviders', lists.identityProviders)
  const others = OTHERS.flatMap(([key, preset]) => {
    const term = setting(client, key)
    const isPreset = preset !== undefined && knownText(term)?.toLowerCase() === preset
    return term.kind === 'absent' || isPreset ? [] : [key]
  })
  if (others.length > 0) changed('other settings', `The spec has no ${others.join(', ')}.`)
}

/** Which items of a list are left out; undefined if none is. */
export function lostItems(list: Term, carried: readonly string[]): string | undefined {
  const { items, hidden } = listingOf(list)
  const texts = items.map(({ text }) => whole(text))
  const lost = [
    ...new Set(texts.flatMap(text => (text === undefined || carried.includes(text) ? [] : [text]))),
  ]
  const unknown = texts.filter(text => text === undefined).length + hidden.length
  const named = lost.join(', ')
  if (unknown === 0) return named ? `Left out: ${named}.` : undefined
  return `Left out: ${named && `${named}, and `}what these files do not show.`
}
