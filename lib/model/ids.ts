import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { memoize } from '../document/memoize'

/** `example-api/v1.read` → `ExampleApiV1Read`: ASCII letters and digits only, so it may be empty. */
export const pascalCase = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** The first eight hexadecimal digits of the SHA-256 of `text`. */
export const shortHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 8)

/** Beginnings of the logical ids that Serverless makes of paths and functions in the same template. */
const SERVERLESS_OWN = /^(ApiGateway(Resource|Method)|HttpApi(Route|Integration))/

/** An id as it would be, and in lower case for comparison. */
interface Wanted {
  readonly id: string
  readonly lower: string
}

/** What a stem makes of each kind when nothing stands in the way. */
const wantedIds = new Map<string, (stem: string) => Wanted>()

function wantedId(stem: string, kind: string): Wanted {
  let ofKind = wantedIds.get(kind)
  if (!ofKind) {
    ofKind = memoize(toWanted(kind))
    wantedIds.set(kind, ofKind)
  }
  return ofKind(stem)
}

const toWanted =
  (kind: string) =>
  (stem: string): Wanted => {
    const body = pascalCase(stem).slice(0, 120)
    const named = body.toLowerCase().endsWith(kind.toLowerCase()) ? body : body + kind
    const id = /^[A-Z]/.test(named) && !SERVERLESS_OWN.test(named) ? named : kind + named
    return { id, lower: id.toLowerCase() }
  }

/**
 * Hands out ids that are unique whatever their case: a logical id that changes replaces its resource, so a name that
 * is taken gets a hash of its natural key, not a number that depends on its neighbours. Every id ends in its kind, or
 * in its kind and the hash, so that an id with something behind it (`…ClientBranding`) can meet no other.
 */
export function idRegistry(reserved: readonly string[]) {
  const taken = new Set(reserved.map(id => id.toLowerCase()))
  return (stem: string, kind: string, key: string): string => {
    const wanted = wantedId(stem, kind)
    const hash = taken.has(wanted.lower) ? shortHash(key) : ''
    taken.add(wanted.lower + hash)
    return wanted.id + hash
  }
}
