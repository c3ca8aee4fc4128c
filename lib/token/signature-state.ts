/** What is known of a token's signature: `no-key` when a key set was given and lacks the token's `kid`. */
export type SignatureState = 'valid' | 'invalid' | 'not-checked' | 'no-key'
