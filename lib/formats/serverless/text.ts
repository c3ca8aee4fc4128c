import type { FieldPath } from '../../document/field-path'
import type { Model } from '../../model/model'
import { identity } from '../../template/identity'
import { keyOf } from '../../template/key'
import { outputEntry, resourceEntry } from '../../template/template'
import type { Mapping } from '../../template/value'
import { concat, type Line, type Printed, print, withField } from '../../text/line'
import type { PrintCache } from '../../text/print-cache'
import { functionChunks } from './functions'
import { members } from './lines'
import { apiUrl, extensions, restResources } from './resources'
import { custom, packaging, preamble, provider } from './service'

export const FILE = 'serverless.yml'

/** The service's configuration. */
export function serviceText(model: Model, cache: PrintCache): Printed {
  const { resources, outputs } = identity(model)
  const head = [preamble(model), custom(model), provider(model)] as const
  const foot = [[extensions(model)], [...outputs, apiUrl(model)].map(outputEntry)] as const
  return concat([
    cache.get(contentKey(head), () => [
      ...withField('service', members(head[0], 0)),
      ...section('custom', head[1]),
      ...section('provider', head[2]),
      ...section('package', packaging),
      ...heading('functions', 'endpoints'),
    ]),
    ...functionChunks(model).map(({ key, make }) => cache.get(key, make)),
    print([...heading('resources', 'service'), ...subheading('Resources')]),
    ...[...resources, ...restResources(model)].map(resource =>
      cache.get(keyOf('serverless', resource.key), () => members(resourceEntry(resource), 2)),
    ),
    cache.get(contentKey(foot), () => [
      ...subsection('extensions', foot[0]),
      ...subsection('Outputs', foot[1]),
    ]),
  ])
}

/** A key for a block that is made from the value trees in `content` and nothing else. */
const contentKey = (content: readonly (Mapping | readonly Mapping[])[]): string =>
  `serverless ${JSON.stringify(content)}`

const heading = (key: string, field: FieldPath): Line[] =>
  withField(field, [{ text: '' }, { text: `${key}:` }])

const subheading = (key: string): Line[] => withField('service', [{ text: `  ${key}:` }])

/** A heading and its members; nothing without members. */
function section(key: string, mapping: Mapping): Line[] {
  const body = members(mapping, 1)
  return body.length > 0 ? [...heading(key, 'service'), ...withField('service', body)] : []
}

function subsection(key: string, mappings: readonly Mapping[]): Line[] {
  const body = mappings.flatMap(mapping => members(mapping, 2))
  return body.length > 0 ? [...subheading(key), ...withField('service', body)] : []
}
