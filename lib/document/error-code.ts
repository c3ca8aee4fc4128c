import type { SpecError } from './error'
import type { FieldPath } from './field-path'

/** Every code of a refused document, and the kind of fault it stands for. */
export const specErrorCodes = {
  DOCUMENT_TOO_LARGE: 'The document has more than 1 MiB.',
  NOT_JSON: 'The text is not JSON.',
  NOT_AN_OBJECT: 'The document is JSON, but not an object.',
  MISSING: 'A required field is not there.',
  WRONG_TYPE: 'The value has another JSON type than the field.',
  NOT_ONE_OF: 'The value is none of the few the field knows.',
  UNKNOWN_KEY: 'The spec has no field of this name.',
  TOO_FEW: 'A list has fewer members than it needs.',
  TOO_MANY: 'A list has more members than AWS allows.',
  EMPTY: 'A text has no characters.',
  TOO_LONG: 'A text, or the name made from it, has more characters than AWS allows.',
  INVALID_CHARACTERS: 'A text holds a character that its field does not allow.',
  INVALID_FORMAT: 'A text has not the shape of its field.',
  NOT_AN_INTEGER: 'A number is not whole.',
  OUT_OF_RANGE: 'A number is too small or too large.',
  VARIABLE_SYNTAX: 'A text holds ${, a variable in Serverless and CloudFormation.',
  DYNAMIC_REFERENCE: 'A text holds {{resolve:, which CloudFormation replaces by a parameter or secret.',
  CONTROL_CHARACTER: 'A text holds a control character.',
  UNPAIRED_SURROGATE: 'A text holds half of a surrogate pair, which is no character.',
  DUPLICATE: 'What must be unique stands there a second time.',
  RESERVED_WORD: 'A domain prefix holds aws, amazon or cognito.',
  REGION_WITHOUT_USER_POOLS: 'The Regions of China have no user pools.',
  REGION_MISMATCH: 'The existing pool is in another Region than the stack.',
  MANAGED_LOGIN_NEEDS_TIER: 'Managed login with the LITE tier.',
  GRANT_NOT_ALONE: 'client_credentials beside another grant.',
  SECRET_MISSING: 'client_credentials without a client secret.',
  SCOPE_NEEDS_USER: 'A scope about a user for a client that has none.',
  SCOPE_UNDECLARED: 'A scope that no resource server declares.',
  OPENID_MISSING: 'email, phone or profile without openid.',
  CALLBACK_URL_MISSING: 'A client that signs users in and has nowhere to send them back to.',
  CALLBACK_URL_UNUSED: 'A callback URL of a client that signs no user in.',
  URI_NOT_ABSOLUTE: 'A redirect URI without a scheme.',
  URI_WITH_FRAGMENT: 'A redirect URI with a fragment.',
  URI_WITHOUT_HOST: 'A web redirect URI without a host.',
  URI_NOT_HTTPS: 'A web redirect URI with http on a host that is not this machine.',
  URI_SCHEME_REFUSED: 'A redirect URI with a scheme that runs or reads something in a browser.',
  DEFAULT_REDIRECT_NOT_LISTED: 'A default redirect URI that is not one of the callback URLs.',
  PROVIDER_NOT_IN_POOL: 'An identity provider that a new pool does not have.',
  WILDCARD_NOT_ALONE: 'The origin * beside others.',
  OPTIONS_WITH_CORS: 'An OPTIONS endpoint where the preflight owns the method.',
  VARIABLE_REPEATED: 'One path variable twice in a path.',
  VARIABLE_CLASH: 'Two path variables under one parent of a REST API.',
  PATHS_FALL_TOGETHER: 'Two paths that are one to the Serverless Framework.',
  SCOPE_MISSING: 'An endpoint that takes access tokens and wants no scope.',
  SCOPE_NOT_WANTED: 'An endpoint that takes no access token and wants a scope.',
} as const

/** Stable word for one kind of fault. */
export type SpecErrorCode = keyof typeof specErrorCodes

/** What is wrong with one value, wherever it stands. */
export interface Issue {
  readonly code: SpecErrorCode
  readonly message: string
}

export const issue = (code: SpecErrorCode, message: string): Issue => ({ code, message })

export const specError = (code: SpecErrorCode, path: FieldPath, message: string): SpecError => ({
  code,
  path,
  message,
})
