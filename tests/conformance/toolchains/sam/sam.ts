import { importBodies } from '../import-bodies/import-bodies'
import { readYaml } from '../read-yaml'
import type { CompiledResource, CompiledTemplate } from '../template'
import { samTranslator } from './translator'

type Json = Readonly<Record<string, unknown>>

/** What `sam deploy` hands over: the source as `sam package` leaves it, and parameters by their defaults or as given. */
export async function expandSam(
  text: string,
  region: string,
  given: Readonly<Record<string, string>>,
): Promise<CompiledTemplate> {
  const translator = await samTranslator()
  if (!translator) throw new Error('the SAM translator is not on this machine')
  const source = readYaml(text)
  const hardCoded = subs(source).find(sub => /arn:aws[\w-]*:/.test(sub))
  if (hardCoded !== undefined) throw new Error(`a partition written out: ${hardCoded}`)
  const defaults = Object.entries(source.Parameters ?? {}).map(([name, { Default }]) => [
    name,
    String(Default),
  ])
  const template = packaged(source) as CompiledTemplate
  return translator.expand(template, { ...Object.fromEntries(defaults), ...given }, region)
}

/** `sam package` uploads local code; the transform takes nothing else. */
const packaged = (value: unknown): unknown =>
  mapObjects(value, ([key, inner]) =>
    key === 'CodeUri' && inner === 'functions/' ? [key, 's3://packaged/functions.zip'] : [key, inner],
  )

/**
 * An expansion as plain resources. The translator writes out the partition of its own Region, which in the service is
 * the right one, and tags what it makes.
 */
export function readExpansion(expansion: CompiledTemplate): CompiledTemplate {
  const portable = mapObjects(expansion, ([key, inner]) => [
    key,
    key === 'Fn::Sub' ? anyPartition(inner) : inner,
  ])
  const { Resources, ...template } = portable as CompiledTemplate
  return importBodies({
    ...template,
    Resources: Object.fromEntries(
      Object.entries(Resources).map(([id, resource]) => [id, untagged(resource)]),
    ),
  })
}

function anyPartition(sub: unknown): unknown {
  if (Array.isArray(sub)) return [anyPartition(sub[0]), ...sub.slice(1)]
  return String(sub).replace(/^arn:aws(?:-[a-z]+)*:/, 'arn:${AWS::Partition}:')
}

/** Without the tags of the translator, the hash that it writes into a description, and the partition of its Region. */
function untagged(resource: CompiledResource): CompiledResource {
  const { Tags, ...properties } = resource.Properties ?? {}
  if (resource.Type === 'AWS::ApiGateway::Deployment') {
    const { Description, ...rest } = properties
    if (/^RestApi deployment id: [0-9a-f]{40}$/.test(String(Description)))
      return { ...resource, Properties: rest }
  }
  if (Tags === undefined) return resource
  if (
    !/^(\[\{"Key":"lambda:createdBy","Value":"SAM"\}\]|\{"httpapi:createdBy":"SAM"\})$/.test(
      JSON.stringify(Tags),
    )
  )
    throw new Error(`tags: ${JSON.stringify(Tags)}`)
  const { ManagedPolicyArns: policies } = properties
  if (resource.Type !== 'AWS::IAM::Role' || !Array.isArray(policies))
    return { ...resource, Properties: properties }
  const ManagedPolicyArns = policies.map(arn =>
    typeof arn === 'string' ? { 'Fn::Sub': anyPartition(arn) } : arn,
  )
  return { ...resource, Properties: { ...properties, ManagedPolicyArns } }
}

/** Every text of `Fn::Sub`. */
function subs(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(subs)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'Fn::Sub' ? [String([inner].flat()[0]), ...subs(inner)] : subs(inner),
  )
}

function mapObjects(value: unknown, change: (entry: [string, unknown]) => [string, unknown]): unknown {
  if (Array.isArray(value)) return value.map(item => mapObjects(item, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value as Json).map(change)
  return Object.fromEntries(entries.map(([key, inner]) => [key, mapObjects(inner, change)]))
}
