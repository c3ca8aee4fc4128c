import { fields } from './fields'
import { type LambdaFunction, sorted, sortedBy } from './graph'
import { ACCOUNT, type Opened, PARTITION } from './intrinsics'
import { readRoles } from './roles'
import { isForCognito, triggerFunction } from './trigger'

/** Which function answers an endpoint, and whether API Gateway may call it. */
export interface Call {
  readonly endpoint: string
  /** Logical id. */
  readonly function: string
}

const FUNCTION = '«AWS::Lambda::Function ([^»]*)»'

const arnOf = (region: string) => `arn:${PARTITION}:lambda:${region}:${ACCOUNT}:function:${FUNCTION}`

const uriOf = (region: string) =>
  `arn:${PARTITION}:apigateway:${region}:lambda:path/2015-03-31/functions/${arnOf(region)}/invocations`

/** The function that a URI invokes. A REST API takes no other form: with a bare ARN its deployment fails. */
export const functionOfUri = (reference: unknown, region: string): string =>
  functionOf(reference, [uriOf(region)])

/** The function of an integration of an HTTP API, which takes an ARN as well. */
export const functionOfUriOrArn = (reference: unknown, region: string): string =>
  functionOf(reference, [uriOf(region), arnOf(region)])

/** The function that a user pool calls: a trigger is an ARN. */
export const functionOfArn = (reference: unknown, region: string): string =>
  functionOf(reference, [arnOf(region)])

function functionOf(reference: unknown, forms: readonly string[]): string {
  for (const form of forms) {
    const id = new RegExp(`^${form}$`).exec(String(reference))?.[1]
    if (id !== undefined) return id
  }
  throw new Error(`no function: ${JSON.stringify(reference)}`)
}

export function readFunctions(template: Opened, calls: readonly Call[], region: string): LambdaFunction[] {
  const roles = readRoles(template, region)
  const trigger = triggerFunction(template, region)
  const functions = template.ofType('AWS::Lambda::Function').map(fn => {
    const { Handler, Code, Runtime, Timeout, FunctionName, Description, Role } = template.properties(
      fn,
      ['Handler', 'Code', 'Runtime', 'Timeout', 'FunctionName', 'Description', 'Role'],
      // The default of osls.
      { MemorySize: 1024 },
    )
    if (FunctionName !== undefined && !/^[\w-]{1,64}$/.test(String(FunctionName)))
      throw new Error(`function name ${FunctionName}`)
    const may = roles.get(Role)
    if (!may) throw new Error(`${fn.id} has no role of this stack: ${JSON.stringify(Role)}`)
    const { ZipFile } = fields(Code, ['ZipFile', 'S3Bucket', 'S3Key'], fn.id)
    return {
      endpoints: sorted(calls.filter(call => call.function === fn.id).map(({ endpoint }) => endpoint)),
      trigger: fn.id === trigger,
      runtime: String(Runtime),
      // CloudFormation's default, where nothing is said.
      seconds: Number(Timeout ?? 3),
      handler: ZipFile === undefined ? ownHandler(Handler, Description) : standsInFor(Handler, Description),
      may,
    }
  })
  return sortedBy(functions, ({ endpoints }) => endpoints.join())
}

/** Code in the template is a placeholder, whose handler is always `index.handler`: its description says for which. */
function standsInFor(inCode: unknown, description: unknown): string {
  if (inCode !== 'index.handler') throw new Error(`a placeholder has no ${inCode}`)
  const handler = /^Placeholder for (\S+)$/.exec(String(description))?.[1]
  if (handler === undefined) throw new Error(`a placeholder for what? ${description}`)
  return handler
}

function ownHandler(handler: unknown, description: unknown): string {
  if (description !== undefined)
    throw new Error(`unknown meaning of a function's description: ${description}`)
  return String(handler)
}

/** Whether some permission lets the API call this function for `METHOD /path`. */
export function permissions(template: Opened, api: string, region: string, stage: string) {
  const own = template
    .ofType('AWS::Lambda::Permission')
    .filter(({ resource }) => !isForCognito(resource.Properties))
  const granted = own.map(permission => {
    const { FunctionName, Action, Principal, SourceArn } = template.properties(permission, [
      'FunctionName',
      'Action',
      'Principal',
      'SourceArn',
    ])
    if (Action !== 'lambda:InvokeFunction' || Principal !== 'apigateway.amazonaws.com')
      throw new Error(`${permission.id} permits ${Principal} to ${Action}`)
    const source = String(SourceArn)
    // Another API of the account may be anybody's: it must not call these functions.
    if (!source.startsWith(`arn:${PARTITION}:execute-api:${region}:${ACCOUNT}:${api}/`))
      throw new Error(`${permission.id} permits ${source}`)
    const name = String(FunctionName)
    const byName = new RegExp(`^${FUNCTION}$`).exec(name)?.[1]
    return { function: byName ?? functionOf(name, [arnOf(region)]), sources: arnLike(source) }
  })
  return ({ endpoint, function: id }: Call): boolean => {
    const [method, path] = endpoint.split(' ') as [string, string]
    const asked = (method === 'ANY' ? ['GET', 'DELETE'] : [method]).map(
      verb => `arn:${PARTITION}:execute-api:${region}:${ACCOUNT}:${api}/${stage}/${verb}${path}`,
    )
    return asked.every(arn => granted.some(({ function: fn, sources }) => fn === id && sources.test(arn)))
  }
}

/** IAM's ArnLike: `*` is any text. */
const arnLike = (pattern: string): RegExp => new RegExp(`^${pattern.split('*').map(literal).join('.*')}$`)

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
