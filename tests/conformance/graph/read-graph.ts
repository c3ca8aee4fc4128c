import type { CompiledTemplate } from '../toolchains/template'
import { fields } from './fields'
import type { Graph } from './graph'
import { readHttp } from './http'
import { readClients, readResourceServers, readUserPool } from './identity'
import { type Deployment, type Opened, open } from './intrinsics'
import { readRest } from './rest'
import { readDeploymentAids } from './roles'

export interface ReadOptions extends Deployment {
  /** Origins whose browsers ask for leave. */
  readonly probes: readonly string[]
}

/** A compiled template → what it enforces. Throws at anything it does not support. */
export function readGraph(template: CompiledTemplate, options: ReadOptions): Graph {
  const opened = open(template, options)
  const graph = {
    userPool: readUserPool(opened, options.region),
    resourceServers: readResourceServers(opened),
    clients: readClients(opened),
    ...readApi(opened, options),
  }
  readDeploymentAids(opened)
  opened.expectAllRead()
  return graph
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
  return Object.entries(template.Outputs ?? {}).map(([name, output]) =>
    resolve(fields(output, ['Value', 'Description', 'Export'], name).Value),
  )
}
