/** Characters of the names that the AWS console shows: `[\w\s+=,.@-]` without control characters. */
export const NAME_CHARACTERS = {
  characters: 'A-Za-z0-9_ +=,.@\\-',
  use: 'letters A to Z, digits, spaces and _ + = , . @ -',
} as const

/** Characters of a resource server's identifier: printable ASCII without space, double quote and backslash. */
export const IDENTIFIER_CHARACTERS = {
  characters: '\\x21\\x23-\\x5B\\x5D-\\x7E',
  use: 'printable ASCII except space, " and \\',
} as const

/** Characters of a scope's name: those of an identifier without the slash. */
export const SCOPE_NAME_CHARACTERS = {
  characters: '\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E',
  use: 'printable ASCII except space, /, " and \\',
} as const

/** Characters of an audience, which is compared with a claim as it is: printable ASCII without space. */
export const AUDIENCE_CHARACTERS = {
  characters: '\\x21-\\x7E',
  use: 'printable ASCII except space',
} as const

/** Matches a Region's name, such as `us-east-1`. */
export const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d$/

/** Matches a user pool id: Region, underscore, letters and digits. */
export const USER_POOL_ID = /^[a-z]{2,4}(?:-[a-z]+)+-\d_[A-Za-z0-9]+$/

/** Matches a domain prefix: one DNS label. */
export const DOMAIN_PREFIX = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Words that Cognito does not allow in a domain prefix. */
export const RESERVED_DOMAIN_WORDS = ['aws', 'amazon', 'cognito'] as const

/** Methods of a REST API's resource or an HTTP API's route. */
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const
/** HTTP method of an endpoint; `ANY` is all of them. */
export type Method = (typeof METHODS)[number]
