import type { SpecError } from './error'
import type { FieldPath } from './field-path'

/** Error codes of a rejected document, and what each means. */
export const specErrorCodes = {
  DOCUMENT_TOO_LARGE: 'The document is larger than 1 MiB.',
  NOT_JSON: 'The text is not valid JSON.',
  VERSION_LATER: 'The document was made by a later version of the wizard.',
  TOO_DEEP: 'Lists and objects are nested too deeply.',
  NOT_AN_OBJECT: 'The document is valid JSON, but not an object.',
  MISSING: 'A required field is missing.',
  WRONG_TYPE: 'The value has the wrong JSON type.',
  NOT_ONE_OF: 'The value is not one of the allowed values.',
  UNKNOWN_KEY: 'The spec has no field with this name.',
  TOO_FEW: 'A list has fewer items than required.',
  TOO_MANY: 'A list has more items than AWS allows.',
  EMPTY: 'A string is empty.',
  TOO_LONG: 'A string, or the name derived from it, is longer than AWS allows.',
  INVALID_CHARACTERS: 'A string contains a character that its field does not allow.',
  INVALID_FORMAT: 'The value does not match the expected format.',
  NOT_AN_INTEGER: 'A number is not an integer.',
  OUT_OF_RANGE: 'A number is too small or too large.',
  VARIABLE_SYNTAX:
    'A string contains ${, which the Serverless Framework and CloudFormation treat as a variable.',
  DYNAMIC_REFERENCE:
    'A string contains {{resolve:, which CloudFormation replaces with a parameter or secret.',
  CONTROL_CHARACTER: 'A string contains a control character.',
  UNPAIRED_SURROGATE: 'A string contains an unpaired surrogate.',
  DUPLICATE: 'A value that must be unique is repeated.',
  RESERVED_WORD: 'A domain prefix or a handler contains a reserved word.',
  HANDLER_CASE_CLASH: 'Two handlers differ only in the case of a folder or file.',
  REGION_WITHOUT_USER_POOLS: 'Cognito user pools are not available in the Regions of China.',
  REGION_MISMATCH: 'The existing user pool is in another Region than the stack.',
  MANAGED_LOGIN_NEEDS_TIER: 'Managed login is not available with the LITE feature plan.',
  TRIGGER_NEEDS_TIER: 'A pre token generation trigger is not available with the LITE feature plan.',
  GRANT_NOT_ALONE: 'client_credentials is combined with another grant.',
  SECRET_MISSING: 'client_credentials requires a client secret.',
  SCOPE_NEEDS_USER: 'A machine client has a scope that describes a user.',
  SCOPE_UNDECLARED: 'No resource server declares the scope.',
  OPENID_MISSING: 'email, phone and profile require openid.',
  CALLBACK_URL_MISSING: 'A client that signs users in has no callback URL.',
  CALLBACK_URL_UNUSED: 'A machine client has a callback URL.',
  ROTATION_NEEDS_USER: 'A machine client has refresh token rotation, but gets no refresh tokens.',
  ROTATION_WITH_REFRESH_FLOW: 'Refresh token rotation is combined with the flow ALLOW_REFRESH_TOKEN_AUTH.',
  URI_NOT_ABSOLUTE: 'A redirect URI has no scheme.',
  URI_WITH_FRAGMENT: 'A redirect URI has a fragment.',
  URI_WITHOUT_HOST: 'A web redirect URI has no host.',
  URI_NOT_HTTPS: 'A redirect URI uses http for a host other than localhost.',
  URI_SCHEME_REFUSED: 'A redirect URI has a scheme that a browser runs or reads itself.',
  DEFAULT_REDIRECT_NOT_LISTED: 'The default redirect URI is not one of the callback URLs.',
  PROVIDER_NOT_IN_POOL: 'A new user pool does not have the identity provider.',
  WILDCARD_NOT_ALONE: 'The origin * is combined with others.',
  OPTIONS_WITH_CORS: 'An endpoint uses OPTIONS, which API Gateway answers itself when CORS is enabled.',
  VARIABLE_REPEATED: 'A path contains the same variable twice.',
  VARIABLE_CLASH: 'A REST API allows only one path variable under the same parent.',
  PATH_ID_COLLISION: 'The Serverless Framework generates the same logical ID for two paths.',
  SCOPE_MISSING: 'An endpoint that requires an access token has no scope.',
  AUDIENCE_NOT_COMPARED: 'A REST API has additional audiences, which only an HTTP API compares.',
  SCOPE_NOT_WANTED: 'An endpoint that does not require an access token has a scope.',
} as const

/** Stable name of one kind of error. */
export type SpecErrorCode = keyof typeof specErrorCodes

/** An invalid value, without its place in the document. */
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
