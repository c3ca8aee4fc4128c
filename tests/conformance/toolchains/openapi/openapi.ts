import { createRequire } from 'node:module'
import { validate } from '@readme/openapi-parser'
import { compile } from '../../../../lib/compile'
import type { SpecInput } from '../../../../lib/document/spec'
import { importBodies } from '../import-bodies/import-bodies'
import { readYaml } from '../read-yaml'
import type { CompiledResource, CompiledTemplate } from '../template'

const require = createRequire(import.meta.url)

export const openapiParserVersion: string = require('@readme/openapi-parser/package.json').version

type Json = Readonly<Record<string, unknown>>

/** What the README says: `!Sub` in front of every quoted text that holds a placeholder. */
export const substituted = (text: string): string => text.replace(/"([^"]*\$\{[^"]*)"/g, '!Sub "$1"')

/**
 * A document as the body of the API in the CloudFormation template of the same spec, whose Cognito half and functions
 * it names. Throws when it is no OpenAPI, and at a placeholder outside API Gateway's extensions.
 */
export async function deployOpenapi(
  text: string,
  spec: SpecInput,
  stage: string,
): Promise<{ readonly template: CompiledTemplate; readonly deployed: CompiledTemplate }> {
  const plain = readYaml(text) as unknown as Json
  await expectOpenapi(text, plain)
  checkPlaceholders(plain, '', false)
  const { service: _, stage: own = 'dev', api } = spec
  const title = (plain.info as Json).title
  if (title !== `${own}-${api.name}`) throw new Error(`title ${title}`)
  const body = readYaml(substituted(text)) as unknown as Json
  const deployed = withBody(cloudformation(spec), api.type, {
    ...body,
    info: { ...(body.info as Json), title: `${stage}-${api.name}` },
  })
  return { deployed, template: importBodies(deployed) }
}

type Ajv = { errors?: unknown; validate(schema: object, document: unknown): unknown }
const { prototype }: { readonly prototype: Ajv } = createRequire(require.resolve('@readme/openapi-parser'))(
  'ajv-draft-04',
).default
const { validate: compileAndValidate } = prototype
const compiled = new Map<object, Ajv>()

/** The parser makes a validator for each document, which compiles the schema again. The first one of a schema does for all. */
prototype.validate = function (schema, document) {
  const first = compiled.get(schema) ?? this
  compiled.set(schema, first)
  const result = compileAndValidate.call(first, schema, document)
  this.errors = first.errors
  return result
}

const valid = new Set<string>()

/** Each text is validated once. */
async function expectOpenapi(text: string, document: Json): Promise<void> {
  if (valid.has(text)) return
  const report = await validate(structuredClone(document) as unknown as Parameters<typeof validate>[0])
  if (!report.valid) throw new Error(`no OpenAPI: ${JSON.stringify(report.errors)}`)
  valid.add(text)
}

function cloudformation(spec: SpecInput): CompiledTemplate {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error('refused')
  return readYaml(compiled.output('cloudformation').text)
}

/** The template without its API, and with one that is all body. */
function withBody(template: CompiledTemplate, type: 'rest' | 'http', Body: Json): CompiledTemplate {
  const kept = Object.entries(template.Resources).filter(
    ([, { Type }]) => !/^AWS::ApiGateway(V2)?::/.test(Type),
  )
  const ApiId = { Ref: 'Api' }
  const own: Record<string, CompiledResource> =
    type === 'rest'
      ? {
          Api: {
            Type: 'AWS::ApiGateway::RestApi',
            Properties: { Body, EndpointConfiguration: { Types: ['REGIONAL'] } },
          },
          Deployment: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: ApiId } },
          ApiStage: {
            Type: 'AWS::ApiGateway::Stage',
            Properties: {
              RestApiId: ApiId,
              DeploymentId: { Ref: 'Deployment' },
              StageName: { Ref: 'Stage' },
            },
          },
        }
      : {
          Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Body } },
          ApiStage: {
            Type: 'AWS::ApiGatewayV2::Stage',
            Properties: { ApiId, StageName: '$default', AutoDeploy: true },
          },
        }
  return { ...template, Resources: { ...Object.fromEntries(kept), ...own } }
}

function checkPlaceholders(value: unknown, at: string, allowed: boolean): void {
  if (typeof value === 'string' && value.includes('${') && !allowed)
    throw new Error(`a placeholder outside the extensions: ${at}`)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key.includes('${')) throw new Error(`a placeholder as a key: ${at}`)
    checkPlaceholders(inner, `${at}/${key}`, allowed || key.startsWith('x-amazon-'))
  }
}
