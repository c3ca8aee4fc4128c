import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { memoize } from '../document/memoize'

/** Converts `example-api/v1.read` to `ExampleApiV1Read`. Keeps only ASCII letters and digits, so the result can be empty. */
export const pascalCase = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** The first eight hexadecimal digits of the SHA-256 of `text`. */
export const shortHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 8)

/** Prefixes of the logical IDs that the Serverless Framework generates in the same template. */
const SERVERLESS_OWN = /^(ApiGateway(Resource|Method)|HttpApi(Route|Integration))/

/** A candidate id, and its lower-case form for comparison. */
interface Wanted {
  readonly id: string
  readonly lower: string
}

/** The candidate for each kind and stem. */
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
 * Creates a function that assigns ids, unique regardless of case. A changed logical ID replaces its resource, so a
 * name that is in use gets a hash of its natural key, not a number that depends on other nodes. Every id ends in its
 * kind, or in its kind and the hash, so that an id with a suffix (`…ClientBranding`) never equals another.
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
