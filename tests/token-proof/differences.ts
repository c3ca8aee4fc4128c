/** A decision about a token that aws-jwt-verify and API Gateway both take. */
export type Aspect = 'issuer' | 'signature' | 'client' | 'time' | 'tokenUse' | 'scope'

export interface Claims {
  readonly iss?: string
  readonly aud?: string | readonly string[]
  readonly client_id?: string
  readonly token_use?: string
  readonly scope?: string
  readonly exp?: number
  readonly nbf?: number
  readonly iat?: number
}

export interface Case {
  readonly api: 'rest' | 'http'
  readonly auth: 'access_token' | 'id_token'
  readonly claims: Claims
  readonly clientIds: readonly string[]
  readonly updatedIssuer: string
  readonly now: number
}

/** Where API Gateway decides otherwise than aws-jwt-verify, and who says so. */
export interface Difference {
  readonly aspect: Aspect
  readonly why: string
  readonly source: string
  readonly applies: (of: Case) => boolean
  /** Whether API Gateway is content where the difference applies. */
  readonly passes: (of: Case) => boolean
}

const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide'

export const differences: readonly Difference[] = [
  {
    aspect: 'client',
    why: 'A REST authorizer has no audience: it takes every app client of its user pools.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_Authorizer.html',
    applies: ({ api }) => api === 'rest',
    passes: () => true,
  },
  {
    aspect: 'client',
    why: 'An HTTP API validates client_id only if aud is not present; when both are, it evaluates aud. aws-jwt-verify never looks at the aud of an access token.',
    source: `${GUIDE}/http-api-troubleshooting-jwt.html`,
    applies: ({ api, claims }) =>
      api === 'http' && (claims.aud !== undefined || claims.token_use !== 'access'),
    passes: ({ claims: { aud, client_id }, clientIds }) =>
      [aud ?? client_id ?? []].flat().some(candidate => clientIds.includes(candidate)),
  },
  {
    aspect: 'tokenUse',
    why: 'An HTTP API does not look at token_use; its validation steps do not name it.',
    source: `${GUIDE}/http-api-jwt-authorizer.html`,
    applies: ({ api }) => api === 'http',
    passes: () => true,
  },
  {
    aspect: 'tokenUse',
    why: 'A token whose token_use is neither access nor id is not one of Cognito: it is judged by its other claims (unverified), where aws-jwt-verify refuses it.',
    source: 'No source: worded as unverified in the verdict.',
    applies: ({ api, claims }) =>
      api === 'rest' && claims.token_use !== 'access' && claims.token_use !== 'id',
    passes: ({ auth, claims }) =>
      auth === 'access_token' || (claims.scope === undefined && claims.client_id === undefined),
  },
  {
    aspect: 'issuer',
    why: 'The updated issuer is not compatible with the Cognito authorizer of a REST API; aws-jwt-verify 5 takes both.',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html',
    applies: ({ api, claims, updatedIssuer }) => api === 'rest' && claims.iss === updatedIssuer,
    passes: () => false,
  },
  {
    aspect: 'issuer',
    why: "iss must equal the Issuer of an HTTP API's authorizer, which is the original one; aws-jwt-verify 5 takes both.",
    source: `${GUIDE}/http-api-jwt-authorizer.html`,
    applies: ({ api, claims, updatedIssuer }) => api === 'http' && claims.iss === updatedIssuer,
    passes: () => false,
  },
  {
    aspect: 'time',
    why: 'exp must be after the current time; aws-jwt-verify still takes the second of exp itself.',
    source: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4',
    applies: ({ claims, now }) => claims.exp === now,
    passes: () => false,
  },
  {
    aspect: 'time',
    why: 'An HTTP API wants iat before the current time; aws-jwt-verify does not look at iat.',
    source: `${GUIDE}/http-api-jwt-authorizer.html`,
    applies: ({ api, claims, now }) => api === 'http' && claims.iat !== undefined && claims.iat > now,
    passes: () => false,
  },
]
