import type { Endpoint } from './deployed'
import type { Text } from './term'

/** A text for people: `${Name}` for what is unknown, the logical id for a resource of these files. */
export const show = ({ parts }: Text): string =>
  parts
    .map(part =>
      part.kind === 'literal'
        ? part.text
        : part.kind === 'unknown'
          ? `\${${part.cause.name}}`
          : (part.id.split('/').at(-1) ?? part.id),
    )
    .join('')

/** `GET /notes`; `$default` alone for the route that takes what no other route does. */
export const endpointName = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string =>
  show(path) === '$default' ? '$default' : `${show(method)} ${show(path)}`
