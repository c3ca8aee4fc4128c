import type { SpecRule } from '../spec-rule'
import { audienceCount, audiencesOfHttpApi } from './audiences'
import { defaultRedirectUri, identityProviders } from './client-links'
import { preflight, wildcardAlone } from './cors'
import { declaredScopes } from './declared-scopes'
import { domainPrefix } from './domain-prefix'
import { pathsForServerless, siblingVariables, uniqueEndpoints } from './endpoint-paths'
import { endpointScopes, httpApi } from './endpoint-scopes'
import { grants } from './grants'
import { handlerFiles } from './handlers'
import { fullScopeNames, stagedNames } from './names'
import { refreshTokenRotation } from './refresh-token-rotation'
import {
  uniqueAcknowledged,
  uniqueAudiences,
  uniqueClientNames,
  uniqueEndpointScopes,
  uniqueIdentifiers,
  uniqueInClient,
  uniqueOrigins,
  uniqueScopeNames,
  uniqueUsernameAttributes,
} from './unique'
import { brandingStyles, managedLoginTier, poolRegion, triggerTier } from './user-pool'

/** Every rule over several fields. If two rules report the same field, the first wins. */
export const specRules: readonly SpecRule[] = [
  poolRegion,
  managedLoginTier,
  triggerTier,
  uniqueUsernameAttributes,
  brandingStyles,
  domainPrefix,
  stagedNames,
  fullScopeNames,
  uniqueIdentifiers,
  uniqueScopeNames,
  uniqueClientNames,
  grants,
  refreshTokenRotation,
  uniqueInClient,
  defaultRedirectUri,
  identityProviders,
  wildcardAlone,
  uniqueOrigins,
  preflight,
  uniqueEndpoints,
  siblingVariables,
  pathsForServerless,
  uniqueEndpointScopes,
  endpointScopes,
  declaredScopes,
  handlerFiles,
  httpApi,
  audiencesOfHttpApi,
  audienceCount,
  uniqueAudiences,
  uniqueAcknowledged,
]
