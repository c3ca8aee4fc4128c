import { apiGatewayGuide } from '../../aws/docs'
import { asksForToken, isLinkTo } from '../../deployed/access'
import type { Endpoint } from '../../deployed/deployed'
import { isAbsent, isEmpty, isOneOf, listingOf } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { placeOf } from '../../deployed/term'
import { all, no, not, some } from '../../deployed/truth'
import { insertEntry, replaceScalar } from '../../source/insert'
import { aboutEndpoint } from '../about'
import { isLambda, namesAuthorizer, ofAuthorizer, readsTokens } from '../authorizer-kind'
import type { Proposal } from '../finding'
import type { Facts, Rule } from '../rule'

export const scopesIgnored: Rule = {
  code: 'SCOPES_IGNORED',
  severity: 'error',
  source: apiGatewayGuide('apigateway-integrate-with-cognito'),
  check: facts =>
    facts.deployed.endpoints.map(endpoint => {
      const { authorizationType: type, authorizer, scopes, unnamed } = endpoint
      // These two are other faults, with findings of their own.
      const isNotApplied = all(some(isOneOf(type, 'NONE'), isAbsent(type)), namesAuthorizer(endpoint))
      const isMismatch = all(isOneOf(type, 'CUSTOM'), ofAuthorizer(authorizer, readsTokens))
      const isListed = not(isEmpty(listingOf(scopes)))
      const isRejected = unnamed ? all(isAbsent(unnamed.authorizer), isListed) : no
      const isIgnored = all(isListed, not(asksForToken(endpoint)), not(isNotApplied), not(isMismatch))
      if (isRejected.is !== false)
        return aboutEndpoint(endpoint, some(isRejected, isIgnored), () => ({
          at: placeOf(scopes),
          kind: 'unnamed',
          message: `${endpointName(endpoint)} lists scopes without an authorizer, which SAM rejects.`,
          why: 'SAM accepts scopes of an event only next to the name of its authorizer: on a REST API the default one is not enough.',
          fix: 'Name the authorizer next to the scopes.',
          proposals: () => proposeName(endpoint),
        }))
      return aboutEndpoint(endpoint, isIgnored, () => ({
        at: placeOf(scopes),
        message: `${endpointName(endpoint)} lists scopes that nothing checks.`,
        why: isLambda(authorizer)
          ? 'The code of a Lambda authorizer decides alone.'
          : 'Only the authorization types COGNITO_USER_POOLS and JWT check scopes.',
        fix: fixOf(endpoint, facts),
        proposals: () => proposeType(endpoint, facts),
      }))
    }),
}

/** What to write in the format that the endpoint is written in. */
function fixOf({ at, apiType, typeSlot }: Endpoint, { files }: Facts): string {
  const isRest = apiType === 'rest'
  const type = isRest ? 'COGNITO_USER_POOLS' : 'JWT'
  const format = files.find(({ source }) => source === at.source)?.format
  if (typeSlot || format === 'aws-snapshot')
    return `Set the authorization type to ${type} and name the authorizer.`
  const other = {
    sam: `an authorizer with ${isRest ? 'UserPoolArn' : 'JwtConfiguration'}`,
    serverless: isRest
      ? 'an authorizer of the type COGNITO_USER_POOLS with the ARN of the pool'
      : 'an authorizer of provider.httpApi with the type jwt',
    // Without a slot it is in the definition of an API.
    definition: `a security scheme whose x-amazon-apigateway-authorizer has the type ${type.toLowerCase()}`,
    part: 'an authorizer that reads the tokens of the user pool',
  }[format === 'sam' || format === 'serverless' ? format : format ? 'definition' : 'part']
  return `Use ${other}, or remove the scopes.`
}

function proposeName({ unnamed }: Endpoint): readonly Proposal[] {
  if (!unnamed?.slot) return []
  const { map, value } = unnamed.slot
  return [{ label: `Name the authorizer ${value}`, edits: [insertEntry(map, 'Authorizer', value, [])] }]
}

/** The only authorizer of the API, and the type that goes with it. */
function proposeType(endpoint: Endpoint, { deployed }: Facts): readonly Proposal[] {
  const { typeSlot, authorizationType: type, api } = endpoint
  if (!typeSlot || api.kind !== 'one') return []
  const authorizers = deployed.authorizers.filter(
    authorizer => isLinkTo(authorizer.api, api.to).is === true && readsTokens(authorizer).is === true,
  )
  const [only] = authorizers
  if (!only || authorizers.length > 1) return []
  const value = endpoint.apiType === 'rest' ? 'COGNITO_USER_POOLS' : 'JWT'
  const setType =
    type.kind === 'text' && type.node
      ? replaceScalar(type.node, value)
      : insertEntry(typeSlot.map, typeSlot.key, value, typeSlot.after)
  const name =
    endpoint.authorizer.kind === 'none'
      ? [
          insertEntry(typeSlot.map, 'AuthorizerId', { Ref: only.id }, [
            'AuthorizationType',
            'HttpMethod',
            'RouteKey',
          ]),
        ]
      : []
  return [{ label: `Let ${only.id} check them`, edits: [setType, ...name] }]
}
