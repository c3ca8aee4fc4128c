/** Codes of the findings about a valid document, in the order in which they are shown. */
export const FINDING_CODES = [
  'RESOURCE_LIMIT',
  'ENDPOINT_UNREACHABLE',
  'PUBLIC_ENDPOINT',
  'ID_TOKEN_ENDPOINT',
  'IMPLICIT_GRANT',
  'PUBLIC_CLIENT_WITH_SECRET',
  'WEB_ORIGIN_WITHOUT_CORS',
  'CORS_WILDCARD',
  'DOMAIN_MISSING',
  'RESOURCE_SERVER_IN_EXISTING_POOL',
  'REGION_UNKNOWN',
  'SHARED_CLIENT_PRIVILEGE',
  'CLIENT_WITHOUT_ENDPOINT',
  'SCOPE_UNUSED',
  'LONG_ACCESS_TOKEN',
  'URL_IDENTIFIER_LONG_FOR_HTTP',
  'TWO_ENDPOINTS_ONE_FUNCTION',
  'NOT_NFC',
  'PLUS_TIER_COST',
  'TEMPLATE_NEEDS_S3',
] as const

/** Stable name of one kind of finding. */
export type FindingCode = (typeof FINDING_CODES)[number]
