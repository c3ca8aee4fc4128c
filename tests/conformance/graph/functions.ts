import { type LambdaFunction, sorted, sortedBy } from './graph'
import { ACCOUNT, type Opened, PARTITION } from './intrinsics'

/** Which function answers an endpoint, and whether API Gateway may call it. */
export interface Call {
  readonly endpoint: string
  /** Logical id. */
  readonly function: string
}

const FUNCTION = '«AWS::Lambda::Function ([^»]*)»'

/** The function of an ARN, or of the URI that a REST method calls it by. */
export function functionOf(reference: unknown, region: string): string {
  const arn = `arn:${PARTITION}:lambda:${region}:${ACCOUNT}:function:${FUNCTION}`
  const uri = `arn:${PARTITION}:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`
  const made = new RegExp(`^(?:${arn}|${uri})$`).exec(String(reference))
  const id = made?.[1] ?? made?.[2]
  if (id === undefined) throw new Error(`no function: ${JSON.stringify(reference)}`)
  return id
}

export function readFunctions(template: Opened, calls: readonly Call[]): LambdaFunction[] {
  const functions = template.ofType('AWS::Lambda::Function').map(fn => {
    const { Handler, Code, Runtime, Timeout, FunctionName, Description } = template.properties(
      fn,
      ['Handler', 'Code', 'Runtime', 'Timeout', 'FunctionName', 'Description'],
      ['Architectures', 'Environment', 'MemorySize', 'Role', 'LoggingConfig'],
    )
    if (FunctionName !== undefined && !/^[\w-]{1,64}$/.test(String(FunctionName)))
      throw new Error(`function name ${FunctionName}`)
    return {
      endpoints: sorted(calls.filter(call => call.function === fn.id).map(({ endpoint }) => endpoint)),
      runtime: String(Runtime),
      // CloudFormation's default, where nothing is said.
      seconds: Number(Timeout ?? 3),
      handler: 'ZipFile' in (Code as object) ? standsInFor(Description) : String(Handler),
    }
  })
  return sortedBy(functions, ({ endpoints }) => endpoints.join())
}

/** Code in the template is a placeholder, whose handler is always `index.handler`: its description says for which. */
function standsInFor(description: unknown): string {
  const handler = /^Stands in for (\S+)$/.exec(String(description))?.[1]
  if (handler === undefined) throw new Error(`a placeholder for what? ${description}`)
  return handler
}

/** Whether some permission lets the API call this function for `METHOD /path`. */
export function permissions(template: Opened, api: string, region: string, stage: string) {
  const granted = template.ofType('AWS::Lambda::Permission').map(permission => {
    const { FunctionName, Action, Principal, SourceArn } = template.properties(permission, [
      'FunctionName',
      'Action',
      'Principal',
      'SourceArn',
    ])
    if (Action !== 'lambda:InvokeFunction' || Principal !== 'apigateway.amazonaws.com')
      throw new Error(`${permission.id} permits ${Principal} to ${Action}`)
    const name = String(FunctionName)
    const byName = new RegExp(`^${FUNCTION}$`).exec(name)?.[1]
    return { function: byName ?? functionOf(name, region), sources: arnLike(String(SourceArn)) }
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
