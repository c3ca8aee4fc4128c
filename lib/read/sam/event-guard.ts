import { authorizationTypeOf } from '../../deployed/authorization-type'
import { type Cause, outside } from '../../deployed/cause'
import { causesOf, eitherOf, whole } from '../../deployed/compare'
import type { Api, Authorizer, Endpoint, Link } from '../../deployed/deployed'
import { linkAssuming } from '../../deployed/links'
import {
  asText,
  fieldOf,
  isAbsent,
  isEmpty,
  isOff,
  isOneOf,
  listingOf,
  property,
} from '../../deployed/questions'
import {
  absent,
  assuming,
  type Either,
  listOf,
  literal,
  type Term,
  type Text,
  unknown,
} from '../../deployed/term'
import { all, no, not, type Truth, yes } from '../../deployed/truth'
import type { Span } from '../../source/node'
import type { GuardedApi, SamAuthorizer } from './authorizers'

/** How an event is protected. */
export type Guard = Pick<Endpoint, 'authorizationType' | 'authorizer' | 'scopes' | 'unnamed'>

/** Why the API of an event is not known. One of these files may lack the authorizer. */
export interface NotKnown {
  readonly because: readonly Cause[]
  readonly mayBeMissing?: true
}

/** The key of an event's own scopes. */
export const SCOPES = 'AuthorizationScopes'

/** Whether SAM gives the default authorizer to OPTIONS: never on an HTTP API, and on a REST API unless a flag says no. */
const guardsOptions = ({ type, preflightGuarded }: Api): Truth =>
  type === 'http' ? no : preflightGuarded ? not(isOff(preflightGuarded.flag)) : yes

/** Reads the `Auth` of an event; an absent one gives what the API does by default. */
export function guardOf(auth: Term, of: GuardedApi | NotKnown, method: Text, at: Span): Guard {
  if (auth.kind === 'either') {
    const [left, right] = auth.options
    return eitherGuard(auth, guardOf(left, of, method, at), guardOf(right, of, method, at))
  }
  const samApi = 'api' in of ? of : undefined
  const own = property(auth, 'Authorizer', at)
  const name = own.kind === 'absent' ? (samApi?.auth.defaultName ?? absent(at)) : own
  const written = property(auth, SCOPES, at)
  const unnamed = unnamedOf(auth, written, own, name, samApi)
  const open = (authorizationType: Term): Guard => ({
    authorizationType,
    authorizer: { kind: 'none' },
    scopes: written,
    ...(unnamed && { unnamed }),
  })
  // An API that is not known may have a default authorizer.
  if ('because' in of && own.kind === 'absent') return unknownGuard(of.because, written, at, of.mayBeMissing)
  if (name.kind === 'absent') return open(literal('NONE', at))
  if (samApi && !namesAuthorizer(auth, samApi.api)) {
    const { is, because } = all(isOneOf(method, 'OPTIONS'), not(guardsOptions(samApi.api)))
    if (is) return open(literal('NONE', at))
    if (is === undefined) return unknownGuard(because, written, at)
  }
  const word = name.kind === 'text' ? whole(name) : undefined
  const { assumed } = asText(name)
  const isIgnored = own.kind === 'absent' && samApi?.auth.ignoresDefault.is
  if (word === 'AWS_IAM' || (word === 'NONE' && (isIgnored || !isRefusedNone(own, samApi))))
    return open(literal(word, name.at, assumed))
  const authorizer = samApi?.auth.authorizers.find(({ id }) => id === word)
  if (!authorizer) {
    if ('because' in of) return unknownGuard(of.because, written, at, of.mayBeMissing)
    const hidden = of.auth.hidden.map(({ cause }) => cause)
    if (hidden.length > 0) return unknownGuard(hidden, written, at, true)
    if (word === undefined) return unknownGuard(causesOf(asText(name)), candidates(written, of, at), at, true)
    const type = isIgnored || word === 'NONE' ? 'NONE' : of.api.type === 'rest' ? 'COGNITO_USER_POOLS' : 'JWT'
    return {
      authorizationType: literal(type, name.at, assumed),
      authorizer: linkAssuming({ kind: 'missing', name: word, at: name.at, place: placeOf(of.api) }, assumed),
      scopes: written,
    }
  }
  return {
    authorizationType: assuming(
      authorizationTypeOf(authorizer, fieldOf(auth, 'Authorizer')?.key ?? at),
      assumed,
    ),
    authorizer: linkAssuming({ kind: 'one', to: authorizer }, assumed),
    scopes: scopesOf(written, own.kind !== 'absent', {
      ...authorizer,
      defaultScopes: assuming(authorizer.defaultScopes, assumed),
    }),
    ...(unnamed && { unnamed }),
  }
}

/** SAM takes an event of an HTTP API that has anything in `Auth` for one that names the default authorizer. */
export const namesAuthorizer = (auth: Term, { type }: Api): boolean =>
  property(auth, 'Authorizer').kind !== 'absent' ||
  (type === 'http' && (auth.kind === 'fields' ? auth.fields.size > 0 : auth.kind !== 'absent'))

/** SAM knows NONE only at an event, and only where there is a default authorizer that it leaves out. */
const isRefusedNone = (own: Term, samApi: GuardedApi | undefined): boolean =>
  own.kind === 'absent' || samApi?.auth.defaultName.kind === 'absent'

/** May the authorizer that is named not be there? */
export const mayBeMissing = (link: Link<Authorizer>): true | undefined =>
  link.kind === 'missing' || (link.kind === 'unknown' && link.mayBeMissing) || undefined

/** The guard of an event whose `Auth` a condition decides. */
function eitherGuard(auth: Either, left: Guard, right: Guard): Guard {
  const { cause, at } = auth
  const [a, b] = [left.authorizer, right.authorizer]
  const isSame =
    a.kind === 'one' ? b.kind === 'one' && a.to.key === b.to.key : a.kind === 'none' && b.kind === 'none'
  const missing = mayBeMissing(a) ?? mayBeMissing(b)
  const named = literal('an authorizer', at)
  return {
    authorizationType: eitherOf(auth, left.authorizationType, right.authorizationType),
    authorizer: isSame
      ? linkAssuming(a, b.assumed)
      : { kind: 'unknown', because: [cause], ...(missing && { mayBeMissing: missing }) },
    scopes: eitherOf(auth, left.scopes, right.scopes),
    ...((left.unnamed || right.unnamed) && {
      unnamed: {
        authorizer: eitherOf(auth, left.unnamed?.authorizer ?? named, right.unnamed?.authorizer ?? named),
      },
    }),
  }
}

/**
 * The scopes of an event, or the default ones of its authorizer. An empty list removes those of a REST API only, and
 * only next to the name of the authorizer.
 */
function scopesOf(written: Term, isOwn: boolean, { api, defaultScopes }: SamAuthorizer): Term {
  if (written.kind === 'absent') return defaultScopes
  const isEmptyList = written.kind === 'list' && written.items.length + written.open.length === 0
  const removes = isOwn && !(api.kind === 'one' && api.to.type === 'http')
  return isEmptyList && !removes ? defaultScopes : written
}

/** SAM rejects scopes of an event that names no authorizer: on a REST API even where there is a default one. */
function unnamedOf(
  auth: Term,
  written: Term,
  own: Term,
  name: Term,
  samApi: GuardedApi | undefined,
): Endpoint['unnamed'] {
  if (isEmpty(listingOf(written)).is === true || isAbsent(own).is === false) return undefined
  // The default authorizer of an HTTP API checks them.
  if (samApi?.api.type === 'http' && name.kind !== 'absent' && name !== own) return undefined
  const preset = name !== own && name.kind === 'text' ? whole(name) : undefined
  const only = samApi?.auth.authorizers.length === 1 ? samApi.auth.authorizers[0]?.id : undefined
  const value = preset ?? only
  const map = auth.kind === 'fields' && own.kind === 'absent' ? auth.node : undefined
  return { authorizer: own, ...(map && value !== undefined && { slot: { map, value } }) }
}

/** The scopes of an event whose authorizer is unknown: its own, or those of any of the authorizers. */
function candidates(written: Term, { auth }: GuardedApi, at: Span): Term {
  if (written.kind !== 'absent') return written
  const items = auth.authorizers.flatMap(({ defaultScopes }) =>
    listingOf(defaultScopes).items.map(({ text }) => ({ term: text, under: UNKNOWN_NAME })),
  )
  return listOf(items, at, [], [UNKNOWN_NAME])
}

const UNKNOWN_NAME = outside('authorizer', 'Which authorizer the event uses is not known.')

/** The guard of an event whose authorizer is not known. */
export function unknownGuard(because: readonly Cause[], scopes: Term, at: Span, mayBeMissing?: true): Guard {
  const [cause = UNKNOWN_NAME] = because
  return {
    authorizationType: unknown(`authorizer ${at.source.path} ${at.start}`, cause, at),
    authorizer: { kind: 'unknown', because: [cause], ...(mayBeMissing && { mayBeMissing }) },
    scopes: scopes.kind === 'absent' ? unknown(`scopes ${at.source.path} ${at.start}`, cause, at) : scopes,
  }
}

/** Where SAM looks for the authorizers of an API; those that it creates by itself have none but the global ones. */
const placeOf = ({ id, type }: Api): string =>
  id === 'ServerlessRestApi' || id === 'ServerlessHttpApi'
    ? `Globals.${type === 'rest' ? 'Api' : 'HttpApi'}.Auth.Authorizers`
    : 'Auth.Authorizers of the API'
