import type { Service } from '../../deployed/service'
import { absent } from '../../deployed/term'
import { type Node, type Span, valueAt } from '../../source/node'
import type { Stack } from './resource'

/** Names that people give to the parameter for the stage. */
const STAGE = /^(?:stage|env|environment)(?:name)?$/i

/** What a template says of its stack: its name is chosen at deployment, and the stage may be a parameter. */
export function serviceOf({ root, scope, prefix }: Stack): Service {
  const parameters = root && valueAt(root, 'Parameters')
  const stage =
    parameters?.kind === 'map' ? parameters.entries.find(({ key }) => STAGE.test(key.value)) : undefined
  const at = spanOf(root)
  return {
    prefix,
    name: absent(at),
    stage: stage ? scope.ref(stage.key.value, stage.key) : absent(at),
    region: absent(at),
  }
}

const spanOf = (node: Node | undefined): Span => node ?? { source: { path: '', text: '' }, start: 0, end: 0 }
