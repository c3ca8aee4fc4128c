import type { Resource } from '../../deployed/deployed'
import { type Text, textOfParts } from '../../deployed/term'

/** What `Ref` to a resource gives: equal to itself only. */
export const ownText = ({ key, at }: Pick<Resource, 'key' | 'at'>): Text =>
  textOfParts([{ kind: 'resource', id: key, attribute: 'Ref' }], at)
