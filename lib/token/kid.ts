/** The `kid` of both keys of a user pool: tokens can name keys that are not made yet. */
export interface PoolKids {
  readonly access: string
  readonly id: string
}

/** Returns a random `kid` in the form of Cognito's: standard base64 of 32 bytes, with padding. */
export const newKid = (): string => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))

export const newPoolKids = (): PoolKids => ({ access: newKid(), id: newKid() })
