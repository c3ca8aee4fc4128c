import type { Auth, Endpoint } from '../model/model'

/** The first endpoint with each `auth`, where an output explains that kind of authorization. */
export function firstOfEachAuth(endpoints: readonly Endpoint[]): ReadonlySet<Endpoint> {
  const first = new Map<Auth, Endpoint>()
  for (const endpoint of endpoints) if (!first.has(endpoint.auth)) first.set(endpoint.auth, endpoint)
  return new Set(first.values())
}
