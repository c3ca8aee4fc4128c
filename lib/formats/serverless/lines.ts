import type { Mapping, Value } from '../../template/value'
import { indent, type Line } from '../../text/line'
import { shortForm } from '../../text/short-form'
import { yaml } from '../../text/yaml'
import { variable } from './variable'

/** CloudFormation's short forms; what can change at deploy time is a variable of the framework. */
const spelling = shortForm({ Stage: variable('sls:stage'), UserPoolId: variable('self:custom.userPoolId') })

/** Members of a mapping that stands `level` mappings deep. */
export const members = (mapping: Mapping, level: number): Line[] =>
  indent(yaml(mapping, spelling), '  '.repeat(level))

/** Items of the list under a key that stands `level` mappings deep, without the key. */
export const items = (list: readonly Value[], level: number): Line[] => members({ key: list }, level).slice(1)
