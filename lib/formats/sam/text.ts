import type { Model } from '../../model/model'
import { verifiesTokens } from '../../model/protection'
import { description } from '../../template/combine-template'
import { FUNCTION_RUNTIME, FUNCTION_TIMEOUT } from '../../template/function'
import { httpOutput } from '../../template/http/http'
import { identity } from '../../template/identity'
import { stage } from '../../template/stage'
import { type Output, outputEntry, type Parameter, parameterEntry } from '../../template/template'
import { annotate, fromField, pseudo, ref, sub } from '../../template/value'
import { comment, withField } from '../../text/line'
import { type Block, block, resourceBlock } from '../../text/print-cache'
import { entries, heading, resourceLines, section } from '../../text/template-yaml'
import { samApi } from './api'
import { functions } from './functions'
import { bodyPaths, needsBody } from './rest-body'

export const FILE = 'template.yaml'
/** Folder of the handlers, which `sam deploy` uploads as one archive. */
export const CODE_FOLDER = 'functions/'

/** The SAM template as YAML, with comments that say why. */
export function templateBlocks(model: Model): readonly Block[] {
  const { service, region, api } = model
  const { parameters, resources, outputs } = identity(model)
  return [
    block(
      {
        service,
        stage: model.stage,
        region,
        description: description(model),
        hasClaims: verifiesTokens(model),
        parameters,
      },
      head,
    ),
    ...[...resources, samApi(model)].map((resource, i) =>
      resourceBlock(resource, { isFirst: i === 0 }, resourceLines),
    ),
    ...(needsBody(api) ? [block({}, pathsLine)] : []),
    ...bodyPaths(model),
    ...functions(model),
    block({ outputs: [...outputs, api.type === 'rest' ? restOutput : httpOutput] }, outputLines),
  ]
}

type HeadInputs = {
  readonly service: string
  readonly stage: string
  readonly region: string
  readonly description: string
  readonly hasClaims: boolean
  readonly parameters: readonly Parameter[]
}

const head = ({ service, stage: stageName, region, description, hasClaims, parameters }: HeadInputs) => [
  ...withField(
    'service',
    comment(
      '#',
      `The handlers are in functions/; they answer ${hasClaims ? 'with the claims of the token' : 'every request'}.`,
    ),
  ),
  ...withField('service', comment('#', `sam deploy --stack-name ${service}-${stageName} --resolve-s3 \\`)),
  ...withField(
    'stage',
    comment('#', `  --capabilities CAPABILITY_IAM --parameter-overrides Stage=${stageName} \\`),
  ),
  ...withField('region', comment('#', `  --region ${region}`)),
  ...entries(
    {
      AWSTemplateFormatVersion: fromField('version', '2010-09-09'),
      Transform: fromField('version', 'AWS::Serverless-2016-10-31'),
      Description: fromField('service', description),
    },
    0,
  ),
  ...section('Parameters', 'stage', parameters.map(parameterEntry)),
  ...section('Globals', 'endpoints', [
    {
      Function: fromField('endpoints', {
        Runtime: FUNCTION_RUNTIME,
        Timeout: annotate(FUNCTION_TIMEOUT, { comment: 'Seconds; without this property 3' }),
        CodeUri: CODE_FOLDER,
      }),
    },
  ]),
  ...heading('Resources', 'service'),
]

/** The last line of the API with a `DefinitionBody`: its paths are blocks of their own. */
const pathsLine = () => withField('api.cors', [{ text: '        paths:' }])

const restOutput: Output = {
  name: 'ApiUrl',
  description: 'The API; the paths of the endpoints follow',
  value: sub`https://${ref('Api')}.execute-api.${pseudo('Region')}.${pseudo('URLSuffix')}/${stage}`,
  note: { field: 'api' },
}

const outputLines = ({ outputs }: { readonly outputs: readonly Output[] }) =>
  section('Outputs', 'service', outputs.map(outputEntry))
