import type { FieldPath } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Model } from '../../model/model'
import { identity } from '../../template/identity'
import { type Output, outputEntry, type Resource, resourceEntry } from '../../template/template'
import type { Mapping } from '../../template/value'
import { type Line, withField } from '../../text/line'
import { type Block, block, resourceBlock } from '../../text/print-cache'
import { functionBlocks } from './functions'
import { members } from './lines'
import { functionLogicalId } from './names'
import { apiUrl, extensions, restResources } from './resources'
import { custom, packaging, preamble, provider } from './service'

export const FILE = 'serverless.yml'

/** The service's configuration. */
export function serviceBlocks(model: Model): readonly Block[] {
  const { resources, outputs } = identity(model, functionLogicalId)
  return [
    block({ preamble: preamble(model), custom: custom(model), provider: provider(model) }, head),
    ...functionBlocks(model),
    block({}, resourcesHeading),
    ...[...resources, ...restResources(model)].map(resource => ofResource(resource)),
    block({ extensions: extensions(model), outputs: [...outputs, apiUrl(model)] }, foot),
  ]
}

const ofResource = memoizeNode((resource: Resource) => resourceBlock(resource, {}, resourceLines))

type HeadInputs = { readonly preamble: Mapping; readonly custom: Mapping; readonly provider: Mapping }

const head = ({ preamble, custom, provider }: HeadInputs): Line[] => [
  ...withField('service', members(preamble, 0)),
  ...section('custom', custom),
  ...section('provider', provider),
  ...section('package', packaging),
  ...heading('functions', 'endpoints'),
]

const resourcesHeading = (): Line[] => [...heading('resources', 'service'), ...subheading('Resources')]

const resourceLines = (resource: Resource): Line[] => members(resourceEntry(resource), 2)

type FootInputs = { readonly extensions: Mapping; readonly outputs: readonly Output[] }

const foot = ({ extensions, outputs }: FootInputs): Line[] => [
  ...subsection('extensions', [extensions]),
  ...subsection('Outputs', outputs.map(outputEntry)),
]

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
