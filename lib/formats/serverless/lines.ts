import type { Mapping, Value } from '../../template/value'
import { indent, type Line } from '../../text/line'
import { shortForm } from '../../text/short-form'
import { yaml } from '../../text/yaml'

/** A variable of the framework in its own syntax: `${sls:stage}`, `${opt:stage, 'dev'}`. */
export const variable = (address: string, fallback?: string): string =>
  fallback === undefined ? `\${${address}}` : `\${${address}, '${fallback}'}`

/** CloudFormation's short forms, with variables of the framework for the parameters. */
const spelling = shortForm({ Stage: variable('sls:stage'), UserPoolId: variable('self:custom.userPoolId') })

/** Members of a mapping that is nested in `level` mappings. */
export const members = (mapping: Mapping, level: number): Line[] =>
  indent(yaml(mapping, spelling), '  '.repeat(level))

/** Items of a list whose key is in `level` mappings, without the key. */
export const items = (list: readonly Value[], level: number): Line[] => members({ key: list }, level).slice(1)
