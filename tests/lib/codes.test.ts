import { describe, expect, it } from 'vitest'
import { fieldNote } from '@/lib/document/field-note'
import { FINDING_CODES } from '@/lib/document/finding-code'
import { authorizerAnswers } from '@/lib/explain/answers/authorizer'
import { clientAnswers } from '@/lib/explain/answers/client'
import { cognitoAnswers } from '@/lib/explain/answers/cognito'
import { deploymentAnswers } from '@/lib/explain/answers/deployment'
import { gatewayAnswers } from '@/lib/explain/answers/gateway'
import { userPoolAnswers } from '@/lib/explain/answers/user-pool'

// Programs depend on these codes: none may go or change its name.

describe('the codes that programs may rely on', () => {
  it('of findings', () => {
    expect(FINDING_CODES).toEqual(
      expect.arrayContaining(
        words(`
          IMPLICIT_GRANT SCOPE_UNUSED ENDPOINT_UNREACHABLE CLIENT_WITHOUT_ENDPOINT ID_TOKEN_ENDPOINT PUBLIC_ENDPOINT
          PUBLIC_CLIENT_WITH_SECRET WEB_ORIGIN_WITHOUT_CORS CORS_WILDCARD URL_IDENTIFIER_LONG_FOR_HTTP LONG_ACCESS_TOKEN
          PLUS_TIER_COST DOMAIN_MISSING RESOURCE_SERVER_IN_EXISTING_POOL REGION_UNKNOWN RESOURCE_LIMIT TEMPLATE_NEEDS_S3
          NOT_NFC SHARED_CLIENT_PRIVILEGE SIGN_UP_WITHOUT_VERIFICATION TWO_ENDPOINTS_ONE_FUNCTION`),
      ),
    )
  })

  it('of notes next to a field', () => {
    expect(fieldNote('resourceServers.0.identifier')?.code).toBe('IDENTIFIER_IMMUTABLE')
    expect(fieldNote('userPool.usernameAttributes')?.code).toBe('USERNAME_ATTRIBUTES_IMMUTABLE')
  })

  it('of explained responses, and who sends each', () => {
    const answers: Readonly<Record<string, { readonly from: string }>> = {
      ...authorizerAnswers,
      ...gatewayAnswers,
      ...clientAnswers,
      ...cognitoAnswers,
      ...userPoolAnswers,
      ...deploymentAnswers,
    }
    const promised = {
      'gateway-authorizer': `
        REST_UNAUTHORIZED REST_TOKEN_EXPIRED HTTP_UNAUTHORIZED HTTP_INVALID_TOKEN HTTP_TOKEN_MALFORMED HTTP_TOKEN_EXPIRED
        HTTP_AUDIENCE HTTP_INSUFFICIENT_SCOPE HTTP_ISSUER_UNREACHABLE LAMBDA_AUTHORIZER_DENY AUTHORIZER_CONFIGURATION`,
      gateway: `
        HTTP_FORBIDDEN SIGV4_EXPECTED MISSING_AUTHENTICATION_TOKEN FORBIDDEN RESOURCE_POLICY API_KEY WAF THROTTLED
        INTEGRATION_FAILURE TIMEOUT UNAVAILABLE TOO_LARGE DEPLOY_AUTHORIZER_MISSING IAM_NOT_ALLOWED
        DEPLOY_NO_METHODS DEPLOY_SECURITY_SCHEME DEPLOY_ISSUER_INVALID`,
      browser: 'CORS_PREFLIGHT CORS_NO_HEADER NETWORK_HIDDEN',
      cognito: `
        OAUTH_INVALID_SCOPE OAUTH_INVALID_GRANT OAUTH_INVALID_CLIENT OAUTH_UNAUTHORIZED_CLIENT OAUTH_INVALID_REQUEST
        OAUTH_REDIRECT_MISMATCH COGNITO_REQUIRED_SCOPES COGNITO_REFRESH_TOKEN COGNITO_AUTH_FLOW COGNITO_SECRET_HASH
        DEPLOY_SCOPE_MISSING DEPLOY_OIDC_SCOPE DEPLOY_DOMAIN_TAKEN COGNITO_SIGN_UP COGNITO_USER_NOT_CONFIRMED
        COGNITO_USERNAME COGNITO_MFA COGNITO_TRIGGER COGNITO_FEATURE_PLAN DEPLOY_OAUTH_FLOWS DEPLOY_PROVIDER_MISSING
        DEPLOY_DOMAIN_WORD`,
      'client-code': 'STATUS_401 STATUS_403 SERVERLESS_AUTHORIZER',
    }
    for (const [from, codes] of Object.entries(promised))
      for (const code of words(codes)) expect([code, answers[code]?.from]).toEqual([code, from])
  })
})

const words = (text: string): string[] => text.trim().split(/\s+/)
