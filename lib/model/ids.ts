import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

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

/**
 * Hands out ids that are unique whatever their case: a logical id that changes replaces its resource, so a name that
 * is taken gets a hash of its natural key, not a number that depends on its neighbours.
 */
export function idRegistry(reserved: readonly string[]) {
  const taken = new Set(reserved.map(id => id.toLowerCase()))
  return (stem: string, kind: string, key: string): string => {
    const pascal = pascalCase(stem)
    const body = pascal.slice(0, 120)
    const named = body.toLowerCase().endsWith(kind.toLowerCase()) ? body : body + kind
    const wanted = /^[A-Z]/.test(named) && !SERVERLESS_OWN.test(named) ? named : kind + named
    const id = taken.has(wanted.toLowerCase()) ? `${wanted}${shortHash(key)}` : wanted
    taken.add(id.toLowerCase())
    return id
  }
}
