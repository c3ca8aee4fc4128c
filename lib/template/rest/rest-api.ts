import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Api, PathNode } from '../../model/model'
import { stage, staged } from '../stage'
import { type Body, type Resource, resource } from '../template'
import { annotate, fromField, getAtt, type Reference, ref } from '../value'

export const API = 'Api'

export const restApi = ({ field, name }: Api): Resource =>
  resource(API, 'AWS::ApiGateway::RestApi', { field, name }, apiBody)

const apiBody = ({ field, name }: Pick<Api, 'field' | 'name'>): Body => ({
  note: { field },
  properties: {
    Name: staged(child(field, 'name'), name),
    EndpointConfiguration: fromField(child(field, 'type'), { Types: ['REGIONAL'] }),
  },
})

type PathInputs = Pick<PathNode, 'field' | 'part'> & { readonly parentId: string | undefined }

/** The resource of one path segment. */
export const pathResource = memoizeNode(
  ({ id, field, part, parent }: PathNode): Resource =>
    resource(id, 'AWS::ApiGateway::Resource', { field, part, parentId: parent?.id }, pathBody),
)

const pathBody = ({ field, part, parentId }: PathInputs): Body => ({
  note: { field },
  properties: { RestApiId: ref(API), ParentId: pathId(parentId), PathPart: part },
})

/** The resource ID of the path with this logical ID; undefined is the root, which the API itself creates. */
export const pathId = (logicalId: string | undefined): Reference =>
  logicalId === undefined ? getAtt(API, 'RootResourceId') : ref(logicalId)

export const apiStage = (deploymentId: string): Resource =>
  resource('ApiStage', 'AWS::ApiGateway::Stage', { deploymentId }, stageBody)

const stageBody = ({ deploymentId }: { readonly deploymentId: string }): Body => ({
  note: { field: 'api' },
  properties: {
    RestApiId: ref(API),
    DeploymentId: ref(deploymentId),
    StageName: fromField('stage', annotate(stage, {})),
  },
})
