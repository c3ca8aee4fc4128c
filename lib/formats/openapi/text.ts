import { child } from '../../document/field-path'
import type { Model } from '../../model/model'
import { annotate, fromField, type Mapping } from '../../template/value'
import { comment, type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { components } from './components'
import { lines } from './lines'
import { paths } from './operation'

export const FILE = 'openapi.yaml'

/** The OpenAPI document as YAML. */
export function documentBlocks(model: Model): readonly Block[] {
  const { stage, api } = model
  return [
    block({ title: `${stage}-${api.name}`, field: api.field }, headLines),
    ...paths(model),
    block({ mapping: components(model) }, mappingLines),
  ]
}

const headLines = ({ title, field }: { readonly title: string; readonly field: string }): Line[] => [
  ...withField(
    field,
    comment(
      '#',
      'For documentation and clients as it is. As the body of an API in CloudFormation or SAM, each "${…}" needs !Sub\n' +
        'in front: they name the resources of the CloudFormation template.',
    ),
  ),
  ...lines(
    {
      openapi: annotate('3.0.1', { quoted: true, field: 'version' }),
      info: fromField(field, {
        title: fromField(child(field, 'name'), title),
        version: annotate('1.0', { quoted: true }),
      }),
    },
    0,
  ),
  ...withField('endpoints', [{ text: 'paths:' }]),
]

const mappingLines = ({ mapping }: { readonly mapping: Mapping }): Line[] =>
  withField('api', lines(mapping, 0))
