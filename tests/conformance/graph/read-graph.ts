import type { CompiledTemplate } from '../toolchains/template'
import type { Graph } from './graph'
import { readHttp } from './http'
import { readClients, readResourceServers, readUserPool } from './identity'
import { type Deployment, type Opened, open } from './intrinsics'
import { readRest } from './rest'

export interface ReadOptions extends Deployment {
  /** Origins whose browsers ask for leave. */
  readonly probes: readonly string[]
}

/** Types that decide nothing about who may call what. */
const NEUTRAL = [
  'AWS::IAM::Role',
  'AWS::Lambda::Version',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
]

const READ = [
  ...['UserPool', 'UserPoolDomain', 'UserPoolResourceServer', 'UserPoolClient', 'ManagedLoginBranding'].map(
    type => `AWS::Cognito::${type}`,
  ),
  ...['RestApi', 'Resource', 'Method', 'Authorizer', 'Deployment', 'Stage', 'GatewayResponse'].map(
    type => `AWS::ApiGateway::${type}`,
  ),
  ...['Api', 'Route', 'Integration', 'Authorizer', 'Stage'].map(type => `AWS::ApiGatewayV2::${type}`),
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
]

/** A compiled template → what it enforces. Throws at whatever it does not know the meaning of. */
export function readGraph(template: CompiledTemplate, options: ReadOptions): Graph {
  for (const section of ['Conditions', 'Transform', 'Mappings'])
    if (section in template) throw new Error(`the template has ${section}`)
  const opened = open(template, options)
  for (const { id, type } of opened.resources)
    if (!READ.includes(type) && !NEUTRAL.includes(type)) throw new Error(`${id} is a ${type}`)
  return {
    userPool: readUserPool(opened),
    resourceServers: readResourceServers(opened),
    clients: readClients(opened),
    ...readApi(opened, options),
  }
}

function readApi(template: Opened, { region, probes }: ReadOptions) {
  const rest = template.resources.some(({ type }) => type.startsWith('AWS::ApiGateway::'))
  const http = template.resources.some(({ type }) => type.startsWith('AWS::ApiGatewayV2::'))
  if (rest === http) throw new Error('one API expected, REST or HTTP')
  return rest ? readRest(template, region, probes) : readHttp(template, region, probes)
}

/** Output values, resolved, by whatever name the format gives them. */
export function readOutputs(template: CompiledTemplate, options: Deployment): readonly unknown[] {
  const { resolve } = open(template, options)
  return Object.values(template.Outputs ?? {}).map(({ Value }) => resolve(Value))
}
