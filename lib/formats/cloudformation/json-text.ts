import type { FieldPath } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Model } from '../../model/model'
import { description, fullTemplate } from '../../template/combine-template'
import {
  type Output,
  outputEntry,
  type Parameter,
  parameterEntry,
  type Resource,
  resourceEntry,
} from '../../template/template'
import { fromField, type Mapping } from '../../template/value'
import { jsonMembers } from '../../text/json'
import type { Line } from '../../text/line'
import { longForm } from '../../text/long-form'
import { type Block, block, resourceBlock } from '../../text/print-cache'

/** The template as JSON, with `Fn::GetAtt` as a list. JSON has no comments. */
export function jsonBlocks(model: Model): readonly Block[] {
  const { parameters, resources, outputs } = fullTemplate(model)
  return [
    block({ description: description(model), parameters }, head),
    ...resources.map((resource, i) => ofResource(resource, i === resources.length - 1)),
    block({ outputs }, foot),
  ]
}

const ofResource = memoizeNode((resource: Resource, isLast: boolean) =>
  resourceBlock(resource, { isLast }, resourceLines),
)

type HeadInputs = { readonly description: string; readonly parameters: readonly Parameter[] }

const head = ({ description, parameters }: HeadInputs): Line[] => [
  ...line('version', '{'),
  ...jsonMembers(
    {
      AWSTemplateFormatVersion: fromField('version', '2010-09-09'),
      Description: fromField('service', description),
    },
    longForm,
    '  ',
    false,
  ),
  ...section('stage', 'Parameters', parameters.map(parameterEntry)),
  ...line('service', '  },'),
  ...line('service', '  "Resources": {'),
]

const resourceLines = (resource: Resource, { isLast }: { readonly isLast: boolean }): Line[] =>
  entryLines(resourceEntry(resource), isLast)

const foot = ({ outputs }: { readonly outputs: readonly Output[] }): Line[] => [
  ...line('service', '  },'),
  ...section('service', 'Outputs', outputs.map(outputEntry)),
  ...line('service', '  }'),
  ...line('version', '}'),
]

const line = (field: FieldPath, text: string): Line[] => [{ text, field }]

const section = (field: FieldPath, name: string, entries: readonly Mapping[]): Line[] => [
  ...line(field, `  "${name}": {`),
  ...entries.flatMap((entry, i) => entryLines(entry, i === entries.length - 1)),
]

const entryLines = (entry: Mapping, isLast: boolean): Line[] => jsonMembers(entry, longForm, '    ', isLast)
