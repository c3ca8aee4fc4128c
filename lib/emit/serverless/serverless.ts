import { identity } from '../../template/identity'
import { keyOf } from '../../template/key'
import { outputEntry, resourceEntry } from '../../template/template'
import type { Mapping } from '../../template/value'
import { concat, indent, type Line, print } from '../../text/line'
import { shortForm } from '../../text/short-form'
import { yaml } from '../../text/yaml'
import type { Emitter } from '../emitter'
import { functionBlocks } from './functions'
import { apiUrl, extensions, restResources } from './resources'
import { custom, packaging, preamble, provider } from './service'
import { variable } from './variable'

/** CloudFormation's short forms; what can change at deploy time is a variable of the framework. */
const spelling = shortForm({ Stage: variable('sls:stage'), UserPoolId: variable('self:custom.userPoolId') })

const lines = (mapping: Mapping, level: number): Line[] => indent(yaml(mapping, spelling), '  '.repeat(level))

/** A top-level key with an empty line above; nothing when it has no members. */
const section = (key: string, members: Mapping): Line[] => {
  const body = lines(members, 1)
  return body.length > 0 ? [{ text: '' }, { text: `${key}:` }, ...body] : []
}

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
        ...lines(preamble(model), 0),
        ...section('custom', custom(model)),
        ...section('provider', provider(model)),
        ...section('package', packaging),
        { text: '' },
        { text: 'functions:' },
      ]),
      ...functionBlocks(model).map(({ key, entry }) => blocks.get(key, () => lines(entry(), 1))),
      print([{ text: '' }, { text: 'resources:' }, { text: '  Resources:' }]),
      ...[...resources, ...restResources(model)].map(resource =>
        blocks.get(keyOf('serverless', resource.key), () => lines(resourceEntry(resource), 2)),
      ),
      print([
        ...lines({ extensions: extensions(model) }, 1),
        { text: '  Outputs:' },
        ...[...outputs, apiUrl(model)].flatMap(output => lines(outputEntry(output), 2)),
      ]),
    ])
  },
}
