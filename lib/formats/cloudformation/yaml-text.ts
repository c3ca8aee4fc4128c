import type { FieldPath } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Model } from '../../model/model'
import { verifiesTokens } from '../../model/protection'
import { description, fullTemplate } from '../../template/combine-template'
import {
  type Output,
  outputEntry,
  type Parameter,
  parameterEntry,
  type Resource,
} from '../../template/template'
import { fromField } from '../../template/value'
import { comment, type Line, withField } from '../../text/line'
import { type Block, block, resourceBlock } from '../../text/print-cache'
import { entries, heading, resourceLines, section } from '../../text/template-yaml'

/** The template as YAML, with comments that explain it. */
export function yamlBlocks(model: Model): readonly Block[] {
  const { parameters, resources, outputs } = fullTemplate(model)
  const { service, stage, region } = model
  return [
    block(
      {
        service,
        stage,
        region,
        description: description(model),
        hasClaims: verifiesTokens(model),
        parameters,
      },
      head,
    ),
    block({}, resourcesHeading),
    ...resources.map((resource, i) => ofResource(resource, i === 0)),
    block({ outputs }, outputsSection),
  ]
}

const ofResource = memoizeNode((resource: Resource, isFirst: boolean) =>
  resourceBlock(resource, { isFirst }, resourceLines),
)

type HeadInputs = Pick<Model, 'service' | 'stage' | 'region'> & {
  readonly description: string
  readonly hasClaims: boolean
  readonly parameters: readonly Parameter[]
}

function head({ service, stage, region, description, hasClaims, parameters }: HeadInputs): Line[] {
  const at = (field: FieldPath, text: string) => withField(field, comment('#', text))
  return [
    ...at(
      'service',
      hasClaims
        ? "Deployable as is. The placeholder functions return the claims of the caller's token."
        : 'Deployable as is. The placeholder functions answer every request.',
    ),
    ...at(
      'service',
      'aws cloudformation deploy --template-file template.yaml --capabilities CAPABILITY_IAM \\',
    ),
    ...at('service', `  --stack-name ${service}-${stage} \\`),
    ...at('stage', `  --parameter-overrides Stage=${stage} \\`),
    ...at('region', `  --region ${region}`),
    ...entries(
      {
        AWSTemplateFormatVersion: fromField('version', '2010-09-09'),
        Description: fromField('service', description),
      },
      0,
    ),
    ...section('Parameters', 'stage', parameters.map(parameterEntry)),
  ]
}

const resourcesHeading = (): Line[] => heading('Resources', 'service')

const outputsSection = ({ outputs }: { readonly outputs: readonly Output[] }): Line[] =>
  section('Outputs', 'service', outputs.map(outputEntry))
