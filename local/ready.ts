import type { Running } from './open'

/** The first line of the JSON log: where everything is. */
export interface Ready {
  readonly type: 'ready'
  /** Of the API, with its stage. */
  readonly url: string
  /** As tokens say it. */
  readonly issuer: string
  /** Where the issuer answers; differs from `issuer` when that is the one of AWS. */
  readonly issuerUrl: string
  readonly jwksUri: string
  readonly userPoolId: string
  readonly clients: readonly { readonly name: string; readonly id: string }[]
}

export const readyLine = ({ url, pool }: Running): Ready => ({
  type: 'ready',
  url: url(),
  issuer: pool.issuer,
  issuerUrl: pool.issuerUrl,
  jwksUri: `${pool.issuerUrl}/.well-known/jwks.json`,
  userPoolId: pool.id,
  clients: pool.clients().map(({ client, id }) => ({ name: client.name, id })),
})
