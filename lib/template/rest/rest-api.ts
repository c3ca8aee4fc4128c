import { child } from '../../document/field-path'
import type { Api, PathNode } from '../../model/model'
import { keyOf } from '../key'
import { stage, staged } from '../stage'
import type { Resource } from '../template'
import { annotate, fromField, getAtt, type Reference, ref } from '../value'

export const API = 'Api'

export const restApi = (api: Api): Resource => ({
  logicalId: API,
  type: 'AWS::ApiGateway::RestApi',
  key: keyOf('RestApi', api.name),
  body: () => ({
    note: { field: api.field },
    properties: {
      Name: staged(child(api.field, 'name'), api.name),
      EndpointConfiguration: fromField(child(api.field, 'type'), { Types: ['REGIONAL'] }),
    },
  }),
})

/** One segment of a path. */
export const pathResource = (node: PathNode): Resource => ({
  logicalId: node.id,
  type: 'AWS::ApiGateway::Resource',
  key: keyOf('Resource', node.id, node.field, node.part, node.parent?.id),
  body: () => ({
    note: { field: node.field },
    properties: {
      RestApiId: ref(API),
      ParentId: pathId(node.parent),
      PathPart: node.part,
    },
  }),
})

/** The id of a path's resource; the root is made with the API. */
export const pathId = (node: PathNode | undefined): Reference =>
  node ? ref(node.id) : getAtt(API, 'RootResourceId')

export const apiStage = (deploymentId: string): Resource => ({
  logicalId: 'ApiStage',
  type: 'AWS::ApiGateway::Stage',
  key: keyOf('ApiStage', deploymentId),
  body: () => ({
    note: { field: 'api' },
    properties: {
      RestApiId: ref(API),
      DeploymentId: ref(deploymentId),
      StageName: fromField('stage', annotate(stage, {})),
    },
  }),
})
