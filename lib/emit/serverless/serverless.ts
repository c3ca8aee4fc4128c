import type { FieldPath } from '../../spec/field-path'
import { identity } from '../../template/identity'
import { keyOf } from '../../template/key'
import { outputEntry, resourceEntry } from '../../template/template'
import type { Mapping } from '../../template/value'
import { concat, indent, type Line, print, traced } from '../../text/line'
import { shortForm } from '../../text/short-form'
import { yaml } from '../../text/yaml'
import type { Emitter } from '../emitter'
import { functionBlocks } from './functions'
import { apiUrl, extensions, restResources } from './resources'
import { custom, packaging, preamble, provider } from './service'
import { variable } from './variable'

/** CloudFormation's short forms; what can change at deploy time is a variable of the framework. */
const spelling = shortForm({ Stage: variable('sls:stage'), UserPoolId: variable('self:custom.userPoolId') })

/** `serverless.yml` for osls 4 and for Serverless 3 and 4. */
export const serverless: Emitter = {
  id: 'serverless',
  label: 'Serverless',
  fileName: () => 'serverless.yml',
  language: 'yaml',
  emit(model, blocks) {
    const { resources, outputs } = identity(model)
    return concat([
      print([
        ...traced('service', lines(preamble(model), 0)),
        ...section('custom', custom(model)),
        ...section('provider', provider(model)),
        ...section('package', packaging),
        ...heading('functions', 'endpoints'),
      ]),
      ...functionBlocks(model).map(({ key, entry }) => blocks.get(key, () => lines(entry(), 1))),
      print([...heading('resources', 'service'), ...subheading('Resources')]),
      ...[...resources, ...restResources(model)].map(resource =>
        blocks.get(keyOf('serverless', resource.key), () => lines(resourceEntry(resource), 2)),
      ),
      print([
        ...subsection('extensions', [extensions(model)]),
        ...subsection('Outputs', [...outputs, apiUrl(model)].map(outputEntry)),
      ]),
    ])
  },
}

const lines = (mapping: Mapping, level: number): Line[] => indent(yaml(mapping, spelling), '  '.repeat(level))

const heading = (key: string, field: FieldPath): Line[] => traced(field, [{ text: '' }, { text: `${key}:` }])

const subheading = (key: string): Line[] => traced('service', [{ text: `  ${key}:` }])

/** A heading and its members; nothing without members. */
function section(key: string, members: Mapping): Line[] {
  const body = lines(members, 1)
  return body.length > 0 ? [...heading(key, 'service'), ...traced('service', body)] : []
}

function subsection(key: string, members: readonly Mapping[]): Line[] {
  const body = members.flatMap(member => lines(member, 2))
  return body.length > 0 ? [...subheading(key), ...traced('service', body)] : []
}
