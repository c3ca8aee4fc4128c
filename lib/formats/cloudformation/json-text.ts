import type { FieldPath } from '../../document/field-path'
import type { Model } from '../../model/model'
import { description, fullTemplate } from '../../template/combine-template'
import { outputEntry, parameterEntry, resourceEntry } from '../../template/template'
import { fromField, type Mapping } from '../../template/value'
import { jsonMembers } from '../../text/json'
import { concat, type Line, type Printed } from '../../text/line'
import { longForm } from '../../text/long-form'
import type { PrintCache } from '../../text/print-cache'

/** The template as JSON, with `Fn::GetAtt` as a list. JSON has no comments. */
export function templateJson(model: Model, cache: PrintCache): Printed {
  const { parameters, resources, outputs } = fullTemplate(model)
  const { service } = model
  return concat([
    cache.get(JSON.stringify(['json', service, parameters]), () => [
      ...line('version', '{'),
      ...jsonMembers(header(service), longForm, '  ', false),
      ...section('stage', 'Parameters', parameters.map(parameterEntry)),
      ...line('service', '  },'),
      ...line('service', '  "Resources": {'),
    ]),
    ...resources.map((resource, i) => {
      const last = i === resources.length - 1
      return cache.get(`json ${last} ${resource.key}`, () => member(resourceEntry(resource), last))
    }),
    cache.get(JSON.stringify(['json', outputs]), () => [
      ...line('service', '  },'),
      ...section('service', 'Outputs', outputs.map(outputEntry)),
      ...line('service', '  }'),
      ...line('version', '}'),
    ]),
  ])
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
