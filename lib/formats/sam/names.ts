import { shortHash } from '../../model/ids'
import type { Endpoint, Model } from '../../model/model'

/** Name of the authorizer. It is a key of a mapping, where SAM accepts no reference: it cannot carry the stage. */
export const AUTHORIZER = 'Cognito'

/** Characters of a logical id, less what SAM appends to make the id of an event's permission. */
const MAX_NAME = 255 - 'PermissionStage'.length
const HASH = 8

/**
 * The name of each endpoint's event. SAM joins the ids of function and event to the logical id of a permission, so two
 * pairs must not become the same word, and no word may pass the 255 characters of a logical id.
 */
export function eventNames({ endpoints }: Model): ReadonlyMap<Endpoint, string> {
  const names = new Map<Endpoint, string>()
  const taken = new Set<string>()
  for (const endpoint of endpoints) {
    const { id, function: lambda } = endpoint
    // Ids are unique and end in their kind, or in their kind and a hash.
    const plain = id.endsWith('Method') ? id.slice(0, -'Method'.length) : id
    const fits = lambda.id.length + plain.length <= MAX_NAME && !taken.has(lambda.id + plain)
    const name = fits ? plain : plain.slice(0, MAX_NAME - lambda.id.length - HASH) + shortHash(id)
    taken.add(lambda.id + name)
    names.set(endpoint, name)
  }
  return names
}
