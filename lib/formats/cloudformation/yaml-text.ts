import type { Model } from '../../model/model'
import { description, fullTemplate } from '../../template/combine-template'
import { outputEntry, parameterEntry, type Resource, resourceEntry } from '../../template/template'
import { fromField, type Mapping } from '../../template/value'
import { comment, concat, type Line, type Printed, withField } from '../../text/line'
import type { PrintCache } from '../../text/print-cache'
import { shortForm } from '../../text/short-form'
import { yaml } from '../../text/yaml'

const spelling = shortForm()

/** The template as YAML, with comments that say why. */
export function templateYaml(model: Model, cache: PrintCache): Printed {
  const { parameters, resources, outputs } = fullTemplate(model)
  const { service, stage, region } = model
  const head = JSON.stringify(['cloudformation', service, stage, region, parameters])
  return concat([
    cache.get(head, () => [
      ...header(model),
      ...section('Parameters', 'stage', parameters.map(parameterEntry)),
    ]),
    cache.get('cloudformation resources', () => heading('Resources', 'service')),
    ...resources.map((resource, i) =>
      cache.get(`cloudformation ${i > 0} ${resource.key}`, () => entry(resource, i > 0)),
    ),
    cache.get(JSON.stringify(['cloudformation', outputs]), () =>
      section('Outputs', 'service', outputs.map(outputEntry)),
    ),
  ])
}

function header({ service, stage, region }: Model): Line[] {
  const at = (field: string, text: string) => withField(field, comment('#', text))
  return [
    ...at(
      'service',
      'Deploys as it stands; the functions answer with the claims of the token they were called with.',
    ),
    ...at(
      'service',
      'aws cloudformation deploy --template-file template.yaml --capabilities CAPABILITY_IAM \\',
    ),
    ...at('service', `  --stack-name ${service}-${stage} \\`),
    ...at('stage', `  --parameter-overrides Stage=${stage} \\`),
    ...at('region', `  --region ${region}`),
    ...yaml(
      {
        AWSTemplateFormatVersion: fromField('version', '2010-09-09'),
        Description: fromField('service', description(service)),
      },
      spelling,
    ),
  ]
}

const heading = (name: string, field: string): Line[] =>
  withField(field, [{ text: '' }, { text: `${name}:` }])

const section = (name: string, field: string, entries: readonly Mapping[]): Line[] => [
  ...heading(name, field),
  ...entries.flatMap(member => yaml(member, spelling, '  ')),
]

/** A resource, with an empty line before all but the first. */
function entry(resource: Resource, spaced: boolean): Line[] {
  const lines = yaml(resourceEntry(resource), spelling, '  ')
  return spaced ? [{ text: '', ...(lines[0]?.field && { field: lines[0].field }) }, ...lines] : lines
}
