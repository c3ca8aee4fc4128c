import { causesOf, whole } from '../deployed/compare'
import type { Authorizer } from '../deployed/deployed'
import { anyItem, isAbsent, isEmpty, isOneOf, listingOf } from '../deployed/questions'
import type { Text } from '../deployed/term'
import { all, known, knownUnless, some, type Truth } from '../deployed/truth'

/** Where authorizers can read a token from, by their type. */
const PLACES = [
  ['COGNITO_USER_POOLS', /^method\.request\.header\.[\w.$-]+$/],
  ['JWT', /^\$request\.(?:header|querystring)\.[A-Za-z0-9_-]+$/],
] as const

/** Does the authorizer not say where the token is? */
export const hasNoSource = ({ identitySource: source }: Authorizer): Truth =>
  source.kind === 'list' ? isEmpty(listingOf(source)) : isAbsent(source)

/** Does it read the token from a place that API Gateway does not support for its type? */
export const hasWrongSource = ({ type, identitySource }: Authorizer): Truth =>
  some(
    ...PLACES.map(([kind, place]) =>
      all(
        isOneOf(type, kind),
        anyItem(listingOf(identitySource), text => isWrong(text, place)),
      ),
    ),
  )

/** The first place that is certainly wrong. */
export function wrongSource({ type, identitySource }: Authorizer): Text | undefined {
  const [, place] = PLACES.find(([kind]) => isOneOf(type, kind).is === true) ?? PLACES[1]
  return listingOf(identitySource).items.find(({ text }) => isWrong(text, place).is === true)?.text
}

function isWrong(text: Text, place: RegExp): Truth {
  const value = whole(text)
  return value === undefined ? knownUnless(causesOf(text), false) : known(!place.test(value), text.assumed)
}
