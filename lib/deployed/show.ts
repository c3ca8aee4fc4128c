import type { Endpoint } from './deployed'
import type { Text } from './term'

/** A text for people: `${Name}` for what is unknown, the logical id for a resource of these files. */
export const show = ({ parts }: Text): string =>
  parts
    .map(part =>
      part.kind === 'literal'
        ? part.text
        : part.kind === 'unknown'
          ? `\${${part.name ?? part.cause.name}}`
          : (part.id.split('/').at(-1) ?? part.id),
    )
    .join('')

const names = new WeakMap<object, string>()

/** `GET /notes`; one text alone for the route `$default`, and where nothing of a route's key is known. */
export function endpointName(endpoint: Pick<Endpoint, 'method' | 'path'>): string {
  const known = names.get(endpoint)
  if (known !== undefined) return known
  const path = show(endpoint.path)
  const method = show(endpoint.method)
  const name = path === '$default' || path === method ? path : `${method} ${path}`
  names.set(endpoint, name)
  return name
}
