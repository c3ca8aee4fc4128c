import { isOneOf, property, propertyAt } from '../../deployed/questions'
import { valueAt } from '../../source/node'
import type { Builder } from '../template/builder'
import { ownText } from '../template/own-text'
import { propertyOf, type Stack, type TemplateResource } from '../template/resource'

/** Reads the Cognito resources of a template, its functions and their permissions. */
export function readIdentity({ resources }: Stack, sam: boolean, builder: Builder): void {
  const isConnected = sam && [...resources.values()].some(isConnector)
  // A type may be any word, such as one that every object has.
  const ofType = new Map(Object.entries(readers))
  for (const resource of resources.values()) ofType.get(resource.type)?.(resource, builder, isConnected)
}

type Reader = (resource: TemplateResource, builder: Builder, isConnected: boolean) => void

const readers: Readonly<Record<string, Reader>> = {
  'AWS::Cognito::UserPool': (resource, { userPools }) =>
    userPools.push({
      poolId: ownText(resource),
      ...resource,
      tier: propertyOf(resource, 'UserPoolTier'),
      issuerType: propertyAt(resource.value, ['IssuerConfiguration', 'Type'], resource.at),
      triggerVersion: propertyAt(
        resource.value,
        ['LambdaConfig', 'PreTokenGenerationConfig', 'LambdaVersion'],
        resource.at,
      ),
      settings: resource.value,
    }),
  'AWS::Cognito::UserPoolResourceServer': (resource, { resourceServers }) =>
    resourceServers.push({
      userPoolId: propertyOf(resource, 'UserPoolId'),
      ...resource,
      identifier: propertyOf(resource, 'Identifier'),
      name: propertyOf(resource, 'Name'),
      scopes: propertyOf(resource, 'Scopes'),
    }),
  'AWS::Cognito::UserPoolClient': (resource, { clients }) =>
    clients.push({
      clientId: ownText(resource),
      ...resource,
      userPoolId: propertyOf(resource, 'UserPoolId'),
      settings: resource.value,
    }),
  'AWS::Cognito::UserPoolDomain': (resource, { domains }) =>
    domains.push({
      userPoolId: propertyOf(resource, 'UserPoolId'),
      ...resource,
      domain: propertyOf(resource, 'Domain'),
      managedLoginVersion: propertyOf(resource, 'ManagedLoginVersion'),
      isCustom: propertyOf(resource, 'CustomDomainConfig'),
    }),
  'AWS::Cognito::ManagedLoginBranding': (resource, { brandings }) =>
    brandings.push({
      userPoolId: propertyOf(resource, 'UserPoolId'),
      ...resource,
      clientId: propertyOf(resource, 'ClientId'),
    }),
  'AWS::Lambda::Function': (resource, { functions }, isConnected) =>
    functions.push(toFunction(resource, isConnected)),
  'AWS::Serverless::Function': (resource, { functions }, isConnected) =>
    functions.push(toFunction(resource, isConnected || hasApiEvent(resource))),
  'AWS::Lambda::Permission': (resource, { permissions }) =>
    permissions.push({
      functionName: propertyOf(resource, 'FunctionName'),
      ...resource,
      principal: propertyOf(resource, 'Principal'),
    }),
}

const toFunction = (resource: TemplateResource, permitted: boolean) => ({
  permitted,
  ...resource,
  name: propertyOf(resource, 'FunctionName'),
  handler: propertyOf(resource, 'Handler'),
})

/** SAM permits an API to call a function that has an event of it; which function has one may be unknown. */
function hasApiEvent({ value }: TemplateResource): boolean {
  const events = property(value, 'Events')
  if (events.kind !== 'fields' || events.open.length > 0) return events.kind !== 'absent'
  return [...events.fields.values()].some(
    event => isOneOf(property(event.value, 'Type'), 'Api', 'HttpApi').is !== false,
  )
}

/** A connector of SAM writes permissions: as a resource, or within one. */
const isConnector = ({ type, node }: TemplateResource): boolean =>
  type === 'AWS::Serverless::Connector' || valueAt(node, 'Connectors') !== undefined
