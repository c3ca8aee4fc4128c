import type { Model } from '../../model/model'
import { stageParameter } from '../../template/stage'
import type { Parameter } from '../../template/template'
import { userPoolParameters } from '../../template/user-pool'
import { attribute, hclBlock, nested, note, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { snakeCase } from './names'
import { paragraph } from './paragraph'

type HeadInputs = { readonly region: string; readonly parameters: readonly Parameter[] }

/** Versions, provider, and what can change at deploy time. */
export const head = ({ region, stage, userPool }: Model): Block =>
  block({ region, parameters: [stageParameter(stage), ...userPoolParameters(userPool)] }, headLines)

const headLines = ({ region, parameters }: HeadInputs): Line[] => [
  ...versions,
  ...paragraph('region', 'provider "aws"', [attribute('region', 'var.region')]),
  ...paragraph('region', 'variable "region"', [
    attribute('type', 'string'),
    attribute('default', quote(region)),
  ]),
  ...parameters.flatMap(variable),
]

const versions = hclBlock('terraform', [
  note('Works with OpenTofu as well'),
  attribute('required_version', '">= 1.5"'),
  nested('required_providers', [
    note('6.13 is the first that can keep the managed login style of several clients'),
    attribute('aws', [
      { text: '{' },
      { text: '  source  = "hashicorp/aws"' },
      { text: '  version = ">= 6.13, < 7.0"' },
      { text: '}' },
    ]),
    attribute('archive', [
      { text: '{' },
      { text: '  source  = "hashicorp/archive"' },
      { text: '  version = "~> 2.4"' },
      { text: '}' },
    ]),
  ]),
])

const variable = ({ name, description, default: value, allowedPattern, note: about }: Parameter): Line[] =>
  paragraph(about?.field, `variable "${snakeCase(name)}"`, [
    attribute('description', quote(description)),
    attribute('type', 'string'),
    attribute('default', quote(value)),
    nested('validation', [
      attribute('condition', `can(regex(${quote(allowedPattern)}, var.${snakeCase(name)}))`),
      attribute('error_message', quote(`The value must match ${allowedPattern}.`)),
    ]),
  ])
