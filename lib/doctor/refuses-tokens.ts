/** Codes of findings that make API Gateway refuse access tokens, or keep clients from getting tokens with the scopes. */
const REFUSING: ReadonlySet<string> = new Set([
  'METHOD_WITHOUT_SCOPES',
  'SCOPE_NOT_FULL',
  'SCOPE_UNDECLARED',
  'ENDPOINT_UNREACHABLE',
  'OAUTH_NOT_ENABLED',
  'SDK_TOKENS_LACK_SCOPE',
  'AUTHORIZER_TYPE_MISMATCH',
  'AUTHORIZER_TRUSTS_ANOTHER_POOL',
  'CLIENT_NOT_IN_AUDIENCE',
  'ISSUER_MISMATCH',
  'UPDATED_ISSUER_WITH_REST',
  'VALIDATION_EXPRESSION_WITH_SCOPES',
  'STAGE_NOT_REDEPLOYED',
])

/** Whether a finding with this code is a reason why access tokens are refused. */
export const refusesTokens = (code: string): boolean => REFUSING.has(code)
