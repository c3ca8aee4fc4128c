import type { Resource } from '../../deployed/deployed'
import type { Text } from '../../deployed/term'

/** What `Ref` to a resource gives: equal to itself only. */
export const ownText = ({ key, at }: Pick<Resource, 'key' | 'at'>): Text => ({
  kind: 'text',
  parts: [{ kind: 'resource', id: key, attribute: 'Ref' }],
  at,
  assumed: [],
})
