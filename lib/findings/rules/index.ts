import type { Rule } from '../finding'
import { clientWithoutEndpoint } from './client-without-endpoint'
import { corsWildcard } from './cors-wildcard'
import { domainMissing } from './domain-missing'
import { endpointUnreachable } from './endpoint-unreachable'
import { flowNeedsTier } from './flow-needs-tier'
import { idTokenEndpoint } from './id-token-endpoint'
import { implicitGrant } from './implicit-grant'
import { longAccessToken } from './long-access-token'
import { notNfc } from './not-nfc'
import { plusTierCost } from './plus-tier-cost'
import { publicClientWithSecret } from './public-client-with-secret'
import { publicEndpoint } from './public-endpoint'
import { regionUnknown } from './region-unknown'
import { resourceLimit } from './resource-limit'
import { resourceServerInExistingPool } from './resource-server-in-existing-pool'
import { scopeUnused } from './scope-unused'
import { sharedClientPrivilege } from './shared-client-privilege'
import { signUpWithoutVerification } from './sign-up-without-verification'
import { templateNeedsS3 } from './template-needs-s3'
import { twoEndpointsOneFunction } from './two-endpoints-one-function'
import { urlIdentifierLongForHttp } from './url-identifier-long-for-http'
import { webOriginWithoutCors } from './web-origin-without-cors'

/** Every rule, in the order in which findings are shown. */
export const rules: readonly Rule[] = [
  resourceLimit,
  endpointUnreachable,
  publicEndpoint,
  idTokenEndpoint,
  implicitGrant,
  publicClientWithSecret,
  signUpWithoutVerification,
  flowNeedsTier,
  webOriginWithoutCors,
  corsWildcard,
  domainMissing,
  resourceServerInExistingPool,
  regionUnknown,
  sharedClientPrivilege,
  clientWithoutEndpoint,
  scopeUnused,
  longAccessToken,
  urlIdentifierLongForHttp,
  twoEndpointsOneFunction,
  notNfc,
  plusTierCost,
  templateNeedsS3,
]
