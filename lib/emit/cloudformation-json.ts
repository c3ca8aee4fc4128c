import type { FieldPath } from '../document/field-path'
import { description, fullTemplate } from '../template/combine-template'
import { outputEntry, parameterEntry, resourceEntry } from '../template/template'
import { fromField, type Mapping } from '../template/value'
import { jsonMembers } from '../text/json'
import { concat, type Line } from '../text/line'
import { longForm } from '../text/long-form'
import type { Emitter } from './emitter'

/** The same document as `cloudformation`, for tools that read JSON only. */
export const cloudformationJson: Emitter = {
  id: 'cloudformation-json',
  label: 'CloudFormation JSON',
  fileName: () => 'template.json',
  language: 'json',
  emit(model, blocks) {
    const { parameters, resources, outputs } = fullTemplate(model)
    const { service } = model
    return concat([
      blocks.get(JSON.stringify(['json', service, parameters]), () => [
        ...line('version', '{'),
        ...jsonMembers(header(service), longForm, '  ', false),
        ...section('stage', 'Parameters', parameters.map(parameterEntry)),
        ...line('service', '  },'),
        ...line('service', '  "Resources": {'),
      ]),
      ...resources.map((resource, i) => {
        const last = i === resources.length - 1
        return blocks.get(`json ${last} ${resource.key}`, () => member(resourceEntry(resource), last))
      }),
      blocks.get(JSON.stringify(['json', outputs]), () => [
        ...line('service', '  },'),
        ...section('service', 'Outputs', outputs.map(outputEntry)),
        ...line('service', '  }'),
        ...line('version', '}'),
      ]),
    ])
  },
}

const header = (service: string): Mapping => ({
  AWSTemplateFormatVersion: fromField('version', '2010-09-09'),
  Description: fromField('service', description(service)),
})

const line = (field: FieldPath, text: string): Line[] => [{ text, field }]

const section = (field: FieldPath, name: string, entries: readonly Mapping[]): Line[] => [
  ...line(field, `  "${name}": {`),
  ...entries.flatMap((entry, i) => member(entry, i === entries.length - 1)),
]

const member = (entry: Mapping, last: boolean): Line[] => jsonMembers(entry, longForm, '    ', last)
