import { exists, isLinkTo } from '../../deployed/access'
import type { Api, Endpoint, Link } from '../../deployed/deployed'
import { linkTo } from '../../deployed/links'
import { asText, isAbsent, property } from '../../deployed/questions'
import { absent, literal, type Term, unknown } from '../../deployed/term'
import { all } from '../../deployed/truth'
import type { Builder } from '../template/builder'
import { propertyOf, type Stack, type TemplateResource } from '../template/resource'
import { slots } from './rest'
import { routeKey } from './route-key'

type ApiOf = (resource: TemplateResource) => Link<Api>

/**
 * Reads the routes of HTTP APIs made by quick create. An API with a `Target` gets a route for it: `$default`, or its
 * `RouteKey`. Anyone can call it, unless AWS::ApiGatewayV2::ApiGatewayManagedOverrides gives it an authorizer.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html
 */
export function readQuickCreate(stack: Stack, builder: Builder, apiOf: ApiOf): void {
  for (const resource of stack.resources.values()) {
    if (resource.type !== 'AWS::ApiGatewayV2::Api') continue
    const api = builder.apis.find(({ key }) => key === resource.key)
    if (api && isAbsent(propertyOf(resource, 'Target')).is !== true)
      builder.endpoints.push(toRoute(resource, api, overrideOf(api, stack, apiOf), builder))
  }
}

const OVERRIDES = 'AWS::ApiGatewayV2::ApiGatewayManagedOverrides'

/** The settings that a template gives the route afterwards: unknown where it is not sure that they are of this API. */
function overrideOf(api: Api, { resources }: Stack, apiOf: ApiOf): Term {
  for (const resource of resources.values()) {
    if (resource.type !== OVERRIDES) continue
    const truth = all(exists(resource), isLinkTo(apiOf(resource), api))
    const [cause] = truth.because
    if (truth.is === true) return propertyOf(resource, 'Route')
    if (cause) return unknown(`override ${resource.key}`, cause, resource.at)
  }
  return absent(api.at)
}

function toRoute(resource: TemplateResource, api: Api, route: Term, builder: Builder): Endpoint {
  const target = propertyOf(resource, 'Target')
  const { source, start, end } = target.label ?? resource.at
  const at = { source, start, end }
  const key = propertyOf(resource, 'RouteKey')
  const type = property(route, 'AuthorizationType', at)
  const [cause] = isAbsent(target).because
  const under = api.under ?? cause
  return {
    id: resource.id,
    key: `${resource.key} quick create`,
    at,
    ...(under && { under }),
    ...(resource.generated && { generated: resource.generated }),
    ...(api.assumed && { assumed: api.assumed }),
    apiType: 'http',
    api: { kind: 'one', to: api },
    ...routeKey(key.kind === 'absent' ? literal('$default', at) : asText(key)),
    authorizationType: type.kind === 'absent' ? literal('NONE', at) : type,
    authorizer: linkTo(
      property(route, 'AuthorizerId', at),
      builder.authorizers,
      ({ authorizerId }) => authorizerId,
      'authorizer',
    ),
    scopes: property(route, 'AuthorizationScopes', at),
    integrationUri: target,
    credentials: propertyOf(resource, 'CredentialsArn'),
    isMock: false,
    parts: [],
    ...(route.kind === 'fields' && slots(route.node)),
  }
}
