import type { CompiledResource, CompiledTemplate } from '../template'
import { importHttp } from './http'
import { importRest } from './rest'

const IMPORTERS: Readonly<
  Record<string, (id: string, api: CompiledResource) => Record<string, CompiledResource>>
> = { 'AWS::ApiGateway::RestApi': importRest, 'AWS::ApiGatewayV2::Api': importHttp }

/**
 * A template whose APIs come as OpenAPI bodies → the same with every method and route as a resource of its own, as
 * API Gateway's documentation of its extensions says that the import makes them. An import is over before anything that
 * refers to the API is made, so a deployment waits for all of it.
 */
export function importBodies(template: CompiledTemplate): CompiledTemplate {
  const imported: Record<string, CompiledResource> = {}
  const parts = new Map<string, readonly string[]>()
  for (const [id, resource] of Object.entries(template.Resources)) {
    const importer = resource.Properties?.Body === undefined ? undefined : IMPORTERS[resource.Type]
    const made = importer ? importer(id, resource) : { [id]: resource }
    for (const name of Object.keys(made)) if (name in imported) throw new Error(`${name} is made twice`)
    Object.assign(imported, made)
    if (importer)
      parts.set(
        id,
        Object.keys(made).filter(name => name !== id),
      )
  }
  for (const [id, resource] of Object.entries(imported)) {
    const api = (resource.Properties?.RestApiId as { readonly Ref?: string } | undefined)?.Ref
    const made = api === undefined ? undefined : parts.get(api)
    if (resource.Type === 'AWS::ApiGateway::Deployment' && made)
      imported[id] = { ...resource, DependsOn: [...[resource.DependsOn ?? []].flat(), ...made] }
  }
  return { ...template, Resources: imported }
}
