import type { TriggerVersion } from '../../lib/model/model'
import { triggerAppliesTo, triggerOf } from '../../lib/model/trigger'
import type { JsonObject } from '../../lib/token/json'
import { type Result, refused } from '../result'
import type { Grant } from './claims'
import type { Pool } from './pool'
import type { ClaimChanges, TokenChanges } from './token-changes'
import { RESERVED_CLAIMS } from './users'

/** Why Cognito makes tokens, as a trigger is told (guide, "Pre token generation Lambda trigger"). */
export type TriggerSource =
  | 'TokenGeneration_HostedAuth'
  | 'TokenGeneration_RefreshTokens'
  | 'TokenGeneration_ClientCredentials'

/** A grant with the changes of the trigger; without a handler here, with those of the users file. */
export async function withTrigger<Given extends Grant>(
  pool: Pool,
  grant: Given,
  source: TriggerSource,
): Promise<Result<Given>> {
  const { trigger: caller } = pool
  const trigger = triggerOf(pool.model())
  if (!trigger || !triggerAppliesTo(grant.client.client, pool.model()) || !caller?.has(trigger.function))
    return { ok: true, value: grant }
  const event = eventOf(pool, grant, source, trigger.version)
  const called = await caller.call(trigger.function, JSON.stringify(event))
  if (!called.ok) return refused(failure(called.reason))
  const changes = changesOf(JSON.parse(called.value))
  return changes
    ? { ok: true, value: { ...grant, changes } }
    : refused(
        `PreTokenGeneration: ${trigger.function.handler} must return its event, with an object in response.claimsAndScopeOverrideDetails or nothing there`,
      )
}

/**
 * What Cognito says of a trigger that threw: the message of its error, without the stack, and a full stop (read in public
 * clients that take the text apart).
 */
function failure(reason: string): string {
  const [first = ''] = reason.split('\n')
  return `PreTokenGeneration failed with error ${first.replace(/^\w*Error: /, '')}.`
}

function eventOf(
  pool: Pool,
  grant: Grant,
  triggerSource: TriggerSource,
  version: TriggerVersion,
): JsonObject {
  const { user, client, scopes } = grant
  const { attributes = {}, groups = [] } = user ?? {}
  const texts = Object.entries(attributes).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return {
    version: version === 'V2_0' ? '2' : '3',
    triggerSource,
    region: pool.model().region,
    userPoolId: pool.id,
    userName: user ? pool.usernameOf(user) : client.id,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: client.id },
    request: {
      userAttributes: user
        ? { sub: pool.subOf(user), 'cognito:user_status': 'CONFIRMED', ...Object.fromEntries(texts) }
        : {},
      groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
      scopes,
    },
    response: { claimsAndScopeOverrideDetails: null },
  }
}

/** Reads what a trigger returned; undefined if it is not an event of version 2 or 3. */
function changesOf(returned: unknown): TokenChanges | undefined {
  if (!isObject(returned) || !isObject(returned.response)) return undefined
  const details = returned.response.claimsAndScopeOverrideDetails ?? {}
  if (!isObject(details)) return undefined
  const access = objectAt(details, 'accessTokenGeneration')
  const groups = objectAt(details, 'groupOverrideDetails').groupsToOverride
  return {
    access: claimsOf(access),
    id: claimsOf(objectAt(details, 'idTokenGeneration')),
    scopes: { add: textsOf(access.scopesToAdd), suppress: textsOf(access.scopesToSuppress) },
    ...(Array.isArray(groups) && { groups: textsOf(groups) }),
  }
}

/** Claims of its own are kept by Cognito, whatever a trigger says. */
const claimsOf = (generation: JsonObject): ClaimChanges => ({
  add: Object.fromEntries(
    Object.entries(objectAt(generation, 'claimsToAddOrOverride')).filter(
      ([name]) => !RESERVED_CLAIMS.includes(name),
    ),
  ),
  suppress: textsOf(generation.claimsToSuppress).filter(name => !RESERVED_CLAIMS.includes(name)),
})

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(item => typeof item === 'string') : []

const objectAt = (parent: JsonObject, key: string): JsonObject => {
  const value = parent[key]
  return isObject(value) ? value : {}
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
