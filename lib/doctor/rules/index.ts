import type { Rule } from '../rule'
import { authorizerMissing } from './authorizer-missing'
import { authorizerNotApplied } from './authorizer-not-applied'
import { authorizerTrustsAnotherPool } from './authorizer-trusts-another-pool'
import { authorizerTypeCase } from './authorizer-type-case'
import { authorizerTypeMismatch } from './authorizer-type-mismatch'
import { authorizerUnused } from './authorizer-unused'
import { clientBeforeResourceServer } from './client-before-resource-server'
import { clientCredentialsMixed } from './client-credentials-mixed'
import { clientCredentialsWithOidcScope } from './client-credentials-with-oidc-scope'
import { clientCredentialsWithoutScope } from './client-credentials-without-scope'
import { clientCredentialsWithoutSecret } from './client-credentials-without-secret'
import { clientNotInAudience } from './client-not-in-audience'
import { corsHeaderMissing } from './cors-header-missing'
import { defaultRedirectNotListed } from './default-redirect-not-listed'
import { deploymentIdStatic } from './deployment-id-static'
import { deploymentTooEarly } from './deployment-too-early'
import { domainMissing } from './domain-missing'
import { domainPrefixInvalid } from './domain-prefix-invalid'
import { duplicateKey } from './duplicate-key'
import { endpointUnreachable } from './endpoint-unreachable'
import { identitySourceInvalid } from './identity-source-invalid'
import { identitySourceMissing } from './identity-source-missing'
import { implicitGrant } from './implicit-grant'
import { integrationUriNotInvocable } from './integration-uri-not-invocable'
import { issuerMismatch } from './issuer-mismatch'
import { limitExceeded } from './limit-exceeded'
import { loginPageNotBranded } from './login-page-not-branded'
import { managedLoginNeedsEssentials } from './managed-login-needs-essentials'
import { methodWithoutScopes } from './method-without-scopes'
import { namePattern } from './name-pattern'
import { noCallback } from './no-callback'
import { noIdentityProvider } from './no-identity-provider'
import { oauthNotEnabled } from './oauth-not-enabled'
import { permissionMissing } from './permission-missing'
import { preflightNeedsToken } from './preflight-needs-token'
import { publicClientWithSecret } from './public-client-with-secret'
import { redirectUriInvalid } from './redirect-uri-invalid'
import { rotationWithRefreshFlow } from './rotation-with-refresh-flow'
import { routeWithoutScopes } from './route-without-scopes'
import { scopeNameSlash } from './scope-name-slash'
import { scopeNotFull } from './scope-not-full'
import { scopeUndeclared } from './scope-undeclared'
import { scopesIgnored } from './scopes-ignored'
import { sdkTokensLackScope } from './sdk-tokens-lack-scope'
import { stageNotRedeployed } from './stage-not-redeployed'
import { tokenHeaderUnusual } from './token-header-unusual'
import { tokenValidityOutOfRange } from './token-validity-out-of-range'
import { unauthorizedWithoutCors } from './unauthorized-without-cors'
import { updatedIssuerWithRest } from './updated-issuer-with-rest'
import { validationExpressionWithScopes } from './validation-expression-with-scopes'

/** Every rule. */
export const rules: readonly Rule[] = [
  authorizerMissing,
  authorizerNotApplied,
  authorizerTrustsAnotherPool,
  authorizerTypeCase,
  authorizerTypeMismatch,
  authorizerUnused,
  clientBeforeResourceServer,
  clientCredentialsMixed,
  clientCredentialsWithOidcScope,
  clientCredentialsWithoutScope,
  clientCredentialsWithoutSecret,
  clientNotInAudience,
  corsHeaderMissing,
  defaultRedirectNotListed,
  deploymentIdStatic,
  deploymentTooEarly,
  domainMissing,
  domainPrefixInvalid,
  duplicateKey,
  endpointUnreachable,
  identitySourceInvalid,
  identitySourceMissing,
  implicitGrant,
  integrationUriNotInvocable,
  issuerMismatch,
  limitExceeded,
  loginPageNotBranded,
  managedLoginNeedsEssentials,
  methodWithoutScopes,
  namePattern,
  noCallback,
  noIdentityProvider,
  oauthNotEnabled,
  permissionMissing,
  preflightNeedsToken,
  publicClientWithSecret,
  redirectUriInvalid,
  rotationWithRefreshFlow,
  routeWithoutScopes,
  scopeNameSlash,
  scopeNotFull,
  scopeUndeclared,
  scopesIgnored,
  sdkTokensLackScope,
  stageNotRedeployed,
  tokenHeaderUnusual,
  tokenValidityOutOfRange,
  unauthorizedWithoutCors,
  updatedIssuerWithRest,
  validationExpressionWithScopes,
]
