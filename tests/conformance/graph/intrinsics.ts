import type { CompiledResource, CompiledTemplate } from '../toolchains/template'
import { expectExactly, fields, isObject, type Json } from './fields'

/** What only a deployment decides. The partition does not exist, so that a hard-coded `arn:aws:` shows. */
export interface Deployment {
  readonly region: string
  readonly stackName: string
  /** Overrides of parameter defaults. */
  readonly parameters?: Readonly<Record<string, string>>
}

export const PARTITION = 'some-partition'
export const ACCOUNT = '999988887777'

export interface Resource {
  readonly id: string
  readonly type: string
  readonly resource: CompiledResource
}

/**
 * A template with its references resolved to what they would be once deployed. What AWS makes up (pool ids, function
 * ARNs) is spelled `«Type key»`, with the natural key where there is one and the logical id where there is none.
 */
export interface Opened {
  readonly resources: readonly Resource[]
  ofType(type: string): readonly Resource[]
  resolve(value: unknown): unknown
  /**
   * Resolves the properties of a resource, and throws at one that is neither `known` nor, where a tool adds something
   * of its own, exactly as in `added`.
   */
  properties(resource: Resource, known: readonly string[], added?: Json): Json
  /** Throws at a resource whose properties were not read. */
  expectAllRead(): void
  /** Logical ids that are certain to be there before `id`. */
  before(id: string): ReadonlySet<string>
}

/** The property that names a thing to people, by type. */
const NATURAL_KEYS: Readonly<Record<string, string>> = {
  'AWS::Cognito::UserPool': 'UserPoolName',
  'AWS::Cognito::UserPoolClient': 'ClientName',
  'AWS::ApiGateway::RestApi': 'Name',
  'AWS::ApiGatewayV2::Api': 'Name',
  'AWS::ApiGateway::Authorizer': 'Name',
  'AWS::ApiGatewayV2::Authorizer': 'Name',
}

/** Types whose Ref is a property of theirs. */
const REF_IS_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::Cognito::UserPoolResourceServer': 'Identifier',
  'AWS::Cognito::UserPoolDomain': 'Domain',
  'AWS::ApiGateway::Stage': 'StageName',
  'AWS::ApiGatewayV2::Stage': 'StageName',
}

const ATTRIBUTES_EQUAL_TO_REF: readonly string[] = [
  'AWS::Cognito::UserPool.UserPoolId',
  'AWS::Cognito::UserPoolClient.ClientId',
  'AWS::ApiGateway::RestApi.RestApiId',
  'AWS::ApiGateway::Resource.ResourceId',
  'AWS::ApiGateway::Authorizer.AuthorizerId',
  'AWS::ApiGateway::Deployment.DeploymentId',
  'AWS::ApiGatewayV2::Api.ApiId',
  'AWS::ApiGatewayV2::Authorizer.AuthorizerId',
  'AWS::ApiGatewayV2::Integration.IntegrationId',
]

export function open(template: CompiledTemplate, deployment: Deployment): Opened {
  checkSections(template)
  const resources = Object.entries(template.Resources).map(([id, resource]): Resource => {
    if ('Condition' in resource) throw new Error(`${id} is conditional`)
    return { id, type: resource.Type, resource }
  })
  const read = new Set<string>()
  const byId = new Map(resources.map(resource => [resource.id, resource]))
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Region': deployment.region,
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': PARTITION,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': deployment.stackName,
  }

  function refer(name: string): unknown {
    if (Object.hasOwn(pseudo, name)) return pseudo[name]
    const parameter = template.Parameters?.[name]
    if (parameter) {
      if (!['String', 'Number'].includes(parameter.Type)) throw new Error(`parameter type ${parameter.Type}`)
      const value = deployment.parameters?.[name] ?? parameter.Default
      if (value === undefined) throw new Error(`parameter ${name} has no value`)
      const { AllowedPattern } = fields(parameter, PARAMETER, name)
      if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(String(value)))
        throw new Error(`parameter ${name} refuses ${value}`)
      return value
    }
    const target = byId.get(name)
    if (!target) throw new Error(`Ref of ${name}, which is not there`)
    const property = REF_IS_PROPERTY[target.type]
    return property ? resolve(target.resource.Properties?.[property]) : symbol(target)
  }

  function symbol({ id, type, resource }: Resource): string {
    const property = NATURAL_KEYS[type]
    if (property === undefined) return `«${type} ${id}»`
    const key = resolve(resource.Properties?.[property])
    if (typeof key !== 'string') throw new Error(`${id} has no ${property}`)
    return `«${type} ${key}»`
  }

  function attribute(id: string, name: string): unknown {
    const target = byId.get(id)
    if (!target) throw new Error(`GetAtt of ${id}, which is not there`)
    const { type } = target
    const arn = (service: string, rest: string) =>
      `arn:${PARTITION}:${service}:${deployment.region}:${ACCOUNT}:${rest}`
    const full = `${type}.${name}`
    if (ATTRIBUTES_EQUAL_TO_REF.includes(full)) return symbol(target)
    switch (full) {
      case 'AWS::Cognito::UserPool.Arn':
        return arn('cognito-idp', `userpool/${symbol(target)}`)
      case 'AWS::Cognito::UserPool.ProviderName':
        return `cognito-idp.${deployment.region}.amazonaws.com/${symbol(target)}`
      case 'AWS::Cognito::UserPool.ProviderURL':
        return `https://cognito-idp.${deployment.region}.amazonaws.com/${symbol(target)}`
      case 'AWS::Lambda::Function.Arn':
        return arn('lambda', `function:${symbol(target)}`)
      case 'AWS::ApiGateway::RestApi.RootResourceId':
        return `${symbol(target)} /`
      case 'AWS::ApiGatewayV2::Api.ApiEndpoint':
        return `https://${symbol(target)}.execute-api.${deployment.region}.amazonaws.com`
      default:
        if (/^AWS::(IAM|S3|Logs)::/.test(type)) return `«${type} ${id}».${name}`
        throw new Error(`GetAtt of ${full}`)
    }
  }

  function substitute(text: string, variables: Json): string {
    return text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`
      if (Object.hasOwn(variables, name)) return asText(resolve(variables[name]))
      const dot = name.indexOf('.')
      return asText(dot < 0 ? refer(name) : attribute(name.slice(0, dot), name.slice(dot + 1)))
    })
  }

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value === 'string' && value.includes('{{resolve:'))
      throw new Error(`dynamic reference ${value}`)
    if (!isObject(value)) return value
    const [fn, ...others] = Object.keys(value)
    if (fn === undefined || !(fn === 'Ref' || fn.startsWith('Fn::')))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]))
    if (others.length > 0) throw new Error(`${fn} beside ${others}`)
    const argument = value[fn]
    switch (fn) {
      case 'Ref':
        return refer(asText(argument))
      case 'Fn::GetAtt': {
        const [id, ...rest] = Array.isArray(argument) ? argument : asText(argument).split('.')
        return attribute(asText(id), rest.map(part => asText(resolve(part))).join('.'))
      }
      case 'Fn::Join': {
        const [glue, parts] = argument as [string, unknown]
        return (resolve(parts) as unknown[]).map(asText).join(glue)
      }
      case 'Fn::Sub':
        return Array.isArray(argument)
          ? substitute(asText(argument[0]), argument[1] as Json)
          : substitute(asText(argument), {})
      default:
        throw new Error(`${fn} is not read here: ${JSON.stringify(argument)}`)
    }
  }

  const direct = new Map(resources.map(resource => [resource.id, dependencies(resource.resource, byId)]))
  const closures = new Map<string, ReadonlySet<string>>()
  function before(id: string): ReadonlySet<string> {
    const known = closures.get(id)
    if (known) return known
    const reached = new Set<string>()
    const pending = [...(direct.get(id) ?? [])]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (reached.has(next)) continue
      reached.add(next)
      pending.push(...(direct.get(next) ?? []))
    }
    if (reached.has(id)) throw new Error(`${id} waits for itself`)
    closures.set(id, reached)
    return reached
  }

  return {
    resources,
    ofType: type => resources.filter(resource => resource.type === type),
    resolve,
    before,
    properties({ id, type, resource }, known, added = {}) {
      read.add(id)
      const attributes = fields(resource, [...ATTRIBUTES, ...(POLICIES[type] ?? [])], id)
      expectCdkMetadata(attributes.Metadata, id)
      const where = `${id}, of ${type}`
      const given = resolve(fields(resource.Properties, [...known, ...Object.keys(added)], where)) as Json
      expectExactly(given, added, where)
      return given
    },
    expectAllRead() {
      for (const { id, type } of resources) if (!read.has(id)) throw new Error(`${id} is a ${type}`)
    },
  }
}

/** What the CDK adds for its own command line: where a construct is, and where the code of a function comes from. */
function expectCdkMetadata(metadata: unknown, id: string): void {
  const names = ['do-not-refactor', 'path'].map(name => `aws:cdk:${name}`)
  const assets = ['path', 'is-bundled', 'property'].map(name => `aws:asset:${name}`)
  const given = fields(metadata, [...names, ...assets], `${id}, Metadata`)
  const expected = {
    'aws:cdk:do-not-refactor': true,
    'aws:asset:is-bundled': false,
    'aws:asset:property': 'Code',
  }
  expectExactly(given, expected, `${id}, Metadata`)
  for (const name of ['aws:cdk:path', 'aws:asset:path'])
    if (name in given && typeof given[name] !== 'string') throw new Error(`${id}: ${name} is not a path`)
}

const ATTRIBUTES = ['Type', 'Properties', 'DependsOn', 'Metadata']

/** Only what has data that would be lost has a policy of its own. */
const POLICIES: Readonly<Record<string, readonly string[]>> = {
  'AWS::Cognito::UserPool': ['DeletionPolicy', 'UpdateReplacePolicy'],
}

const SECTIONS = ['AWSTemplateFormatVersion', 'Description', 'Parameters', 'Resources', 'Outputs', 'Rules']

const PARAMETER = ['Type', 'Default', 'Description', 'AllowedPattern']

/** A condition, a macro or a rule could change what is deployed; CDK has one rule, about its own bootstrap stack. */
function checkSections(template: CompiledTemplate): void {
  const sections = fields(template, SECTIONS, 'the template')
  expectExactly(sections, { AWSTemplateFormatVersion: '2010-09-09' }, 'the template')
  fields(template.Rules, ['CheckBootstrapVersion'], 'Rules')
  for (const [name, parameter] of Object.entries(template.Parameters ?? {}))
    fields(parameter, PARAMETER, name)
}

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Error(`text expected: ${JSON.stringify(value)}`)
}

/** DependsOn, Ref, GetAtt and Sub alike: each makes CloudFormation wait. */
function dependencies(resource: CompiledResource, byId: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (id: unknown) => {
    if (typeof id === 'string' && byId.has(id)) found.add(id)
  }
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item)
    if (!isObject(value)) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Ref') add(inner)
      else if (key === 'Fn::GetAtt') add(Array.isArray(inner) ? inner[0] : String(inner).split('.')[0])
      else if (key === 'Fn::Sub')
        for (const [, name] of String(Array.isArray(inner) ? inner[0] : inner).matchAll(
          /\$\{([^!}.][^}.]*)[^}]*\}/g,
        ))
          add(name)
      if (typeof inner === 'object') walk(inner)
    }
  }
  walk(resource.Properties)
  for (const id of [resource.DependsOn ?? []].flat()) {
    if (!byId.has(id)) throw new Error(`DependsOn of ${id}, which is not there`)
    add(id)
  }
  return found
}
