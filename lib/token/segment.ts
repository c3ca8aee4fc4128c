/** The parts of a signed token (JWS) and of an encrypted one (JWE). */
export type SegmentName =
  | 'header'
  | 'claims'
  | 'signature'
  | 'encryptedKey'
  | 'initializationVector'
  | 'ciphertext'
  | 'authenticationTag'

/** One of the parts between the dots, as a range of the token's text. */
export interface Segment {
  readonly name: SegmentName
  readonly start: number
  readonly end: number
}

/** An error in a token, or a remark about it. */
export interface TokenIssue {
  readonly segment: 'token' | SegmentName
  /** Index in the token's text. */
  readonly position?: number | undefined
  /** Names the part, the character and what was expected there. */
  readonly message: string
  /** True if the token is not a JWT because of it; false for a remark. */
  readonly fatal: boolean
}
