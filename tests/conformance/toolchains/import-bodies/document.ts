/** JSON from a template, which may contain intrinsic functions anywhere. */
export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object with no other keys than `known`; throws otherwise, so that no part of a document is passed over. */
export function only(value: unknown, known: readonly string[], where: string): Json {
  if (!isObject(value)) throw new Error(`${where} should be an object: ${JSON.stringify(value)}`)
  const strange = Object.keys(value).filter(key => !known.includes(key))
  if (strange.length > 0) throw new Error(`${where} has ${strange}`)
  return value
}

/** A value that has exactly one right form here. */
export function exactly(value: unknown, wanted: unknown, where: string): void {
  if (JSON.stringify(value) !== JSON.stringify(wanted))
    throw new Error(`${where} should be ${JSON.stringify(wanted)}: ${JSON.stringify(value)}`)
}

export interface Operation {
  readonly path: string
  /** `GET`, `ANY` … */
  readonly method: string
  readonly integration: Json
  /** Responses by status, for a mock. */
  readonly responses: Json
  /** Absent on a public operation. */
  readonly security?: { readonly scheme: string; readonly scopes: readonly unknown[] }
  /** Requests have to be signed with AWS credentials: no authorizer is asked. */
  readonly signed?: true
}

export interface Document {
  readonly title: unknown
  readonly operations: readonly Operation[]
  readonly schemes: Readonly<Record<string, Json>>
  readonly gatewayResponses: Json
  readonly cors: unknown
}

/** Signature Version 4, as API Gateway's guide writes it: it makes no authorizer. */
export function isSignature(scheme: unknown): boolean {
  if (!isObject(scheme) || scheme['x-amazon-apigateway-authtype'] !== 'awsSigv4') return false
  const {
    type,
    in: place,
    name,
  } = only(scheme, ['type', 'in', 'name', 'x-amazon-apigateway-authtype'], 'awsSigv4')
  exactly([type, place, name], ['apiKey', 'header', 'Authorization'], 'awsSigv4')
  return true
}

const ANY = 'x-amazon-apigateway-any-method'
const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options']

/** An OpenAPI 3.0.1 document as API Gateway's import reads it. Throws at anything it does not support. */
export function readDocument(body: unknown): Document {
  const document = only(
    body,
    [
      'openapi',
      'info',
      'paths',
      'components',
      'tags',
      'x-amazon-apigateway-gateway-responses',
      'x-amazon-apigateway-cors',
    ],
    'the document',
  )
  exactly(document.openapi, '3.0.1', 'openapi')
  const info = only(document.info, ['title', 'version', 'description'], 'info')
  const components = only(document.components ?? {}, ['securitySchemes'], 'components')
  const schemes = only(
    components.securitySchemes ?? {},
    Object.keys(components.securitySchemes ?? {}),
    'schemes',
  )
  for (const tag of (document.tags ?? []) as readonly Json[])
    exactly(tag.name, 'httpapi:createdBy', 'a tag of the document')
  return {
    title: info.title,
    operations: Object.entries(document.paths as Json).flatMap(([path, item]) =>
      Object.entries(item as Json).map(([verb, operation]) => readOperation(path, verb, operation, schemes)),
    ),
    schemes: schemes as Readonly<Record<string, Json>>,
    gatewayResponses: (document['x-amazon-apigateway-gateway-responses'] ?? {}) as Json,
    cors: document['x-amazon-apigateway-cors'],
  }
}

function readOperation(path: string, verb: string, value: unknown, schemes: Json): Operation {
  const where = `${verb} ${path}`
  if (verb !== ANY && !VERBS.includes(verb)) throw new Error(`${where} is no operation`)
  const operation = only(
    value,
    [
      'operationId',
      'summary',
      'description',
      'parameters',
      'security',
      'responses',
      'x-amazon-apigateway-integration',
    ],
    where,
  )
  const integration = operation['x-amazon-apigateway-integration']
  if (!isObject(integration)) throw new Error(`${where} has no integration`)
  for (const parameter of (operation.parameters ?? []) as readonly Json[])
    exactly(parameter.in, 'path', where)
  const security = requirement(operation.security, schemes, where)
  return {
    path,
    method: verb === ANY ? 'ANY' : verb.toUpperCase(),
    integration,
    responses: (operation.responses ?? {}) as Json,
    ...(security && (isSignature(schemes[security.scheme]) ? { signed: true } : { security })),
  }
}

/** Alternatives are legal OpenAPI, and API Gateway has no word for them. SAM writes a scheme NONE that it never declares. */
function requirement(value: unknown, schemes: Json, where: string): Operation['security'] {
  const requirements = (value ?? []) as readonly Json[]
  if (requirements.length === 0) return undefined
  const [name, ...others] = requirements.flatMap(one => Object.keys(one))
  if (requirements.length > 1 || name === undefined || others.length > 0)
    throw new Error(`${where} has several requirements`)
  const scopes = requirements[0]?.[name]
  if (!Array.isArray(scopes)) throw new Error(`${where} requires ${JSON.stringify(scopes)}`)
  if (name === 'NONE' && !(name in schemes)) {
    exactly(scopes, [], where)
    return undefined
  }
  if (!(name in schemes)) throw new Error(`${where} requires ${name}, which is not there`)
  if (isSignature(schemes[name])) exactly(scopes, [], where)
  return { scheme: name, scopes }
}
