import { whole } from '../../deployed/compare'
import type { Endpoint } from '../../deployed/deployed'
import { isOff, isOn, property } from '../../deployed/questions'
import { absent, inBranches, type Term, type Text, unknown } from '../../deployed/term'
import { and } from '../../deployed/truth'
import type { Span } from '../../source/node'
import { API_KEY, type GuardedApi } from './authorizers'
import type { NotKnown } from './event-guard'

/** Whether an event requires an API key: as it says itself, or else as its API does. */
export function apiKeyOfEvent(auth: Term, of: GuardedApi | NotKnown, method: Text, at: Span): Term {
  const required = inBranches(property(auth, API_KEY, at), own => {
    if (own.kind !== 'absent') return own
    if ('auth' in of) return of.auth.apiKey
    const [cause] = of.because
    return cause ? unknown(keyAt(at), cause, at) : own
  })
  return 'auth' in of ? unlessPreflight(required, method, of, at) : required
}

/** What SAM writes into an operation whose event requires no API key. */
const NO_KEY = 'api_key_false'

/**
 * The API key that SAM requires of an operation of a definition. If the API requires one, SAM adds it to every operation that
 * has an integration; NONE there is about authorizers alone (`set_path_default_apikey_required` in SAM's swagger.py).
 */
export const defaultApiKey =
  (samApi: GuardedApi) =>
  (operation: Term, { apiKey: found, method, at }: Endpoint): Pick<Endpoint, 'apiKey'> | undefined => {
    const { apiKey } = samApi.auth
    if (!found || isOn(apiKey).is === false) return undefined
    const own = property(operation, 'security')
    const items = own.kind === 'list' ? own.items : []
    const refusesIt = items.some(({ term }) => term.kind === 'fields' && term.fields.has(NO_KEY))
    if (refusesIt) return { apiKey: absent(at) }
    return { apiKey: unlessPreflight(isOn(found).is ? found : apiKey, method, samApi, at) }
  }

/** An API that requires API keys can leave out OPTIONS: there SAM removes even what an event says itself. */
function unlessPreflight(required: Term, method: Text, { auth }: GuardedApi, at: Span): Term {
  if (whole(method) !== 'OPTIONS') return required
  const isLeftOut = and(isOn(auth.apiKey), () => isOff(auth.preflightKey))
  const [cause] = isLeftOut.because
  if (isLeftOut.is === undefined && cause) return unknown(keyAt(at), cause, at)
  return isLeftOut.is ? absent(at) : required
}

const keyAt = ({ source, start }: Span): string => `API key ${source.path} ${start}`
