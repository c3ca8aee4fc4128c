import { property } from '../../deployed/questions'
import { inBranches, type Term, unknown } from '../../deployed/term'
import type { Span } from '../../source/node'
import { API_KEY, type GuardedApi } from './authorizers'
import type { NotKnown } from './event-guard'

/** Whether an event requires an API key: as it says itself, or else as its API does. */
export const apiKeyOfEvent = (auth: Term, of: GuardedApi | NotKnown, at: Span): Term =>
  inBranches(property(auth, API_KEY, at), own => {
    if (own.kind !== 'absent') return own
    if ('auth' in of) return of.auth.apiKey
    const [cause] = of.because
    return cause ? unknown(`API key ${at.source.path} ${at.start}`, cause, at) : own
  })
