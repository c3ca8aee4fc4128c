import { createHash } from 'node:crypto'
import type { Client, Model } from '../../lib/model/model'
import { issuersOf } from '../../lib/token/issuer'
import { type Clock, makeClock } from './clock'
import { derivedText, derivedUuid, type Ids, makeIds } from './ids'
import type { PoolKeys } from './keys'
import type { TriggerCaller } from './token-changes'
import { ADA, type User } from './users'

/** An app client as this pool has created it. */
export interface LocalClient {
  readonly client: Client
  readonly id: string
  readonly secret?: string
}

/** The user pool of this machine: its ids, keys, clock, clients and users. */
export interface Pool {
  readonly id: string
  readonly keys: PoolKeys
  readonly clock: Clock
  readonly ids: Ids
  /** What tokens say in `iss`. */
  readonly issuer: string
  /** Where the issuer answers; its own pages are below its origin. */
  readonly issuerUrl: string
  /** Scheme, host and port of the issuer. */
  readonly origin: string
  /** Of the current spec. */
  model(): Model
  clients(): readonly LocalClient[]
  users(): readonly User[]
  subOf(user: User): string
  /** What tokens call the user: the sub, if users sign in with an attribute. */
  usernameOf(user: User): string
  /** Calls the pre token generation trigger; absent where there are no functions. */
  readonly trigger?: TriggerCaller
  /** Takes over a changed spec; the pool id and the issuer stay. */
  update(model: Model): void
  updateUsers(users: readonly User[]): void
}

export interface PoolOptions {
  readonly model: Model
  readonly keys: PoolKeys
  readonly users?: readonly User[]
  readonly seed?: string
  readonly now?: number
  readonly issuer: 'local' | 'aws'
  /** Scheme, host and port of the issuer. */
  readonly origin: string
  readonly trigger?: TriggerCaller
}

/** Sets up the pool of a model. Without a pool in the spec its id contains `Local`. */
export function makePool(options: PoolOptions): Pool {
  const { keys, seed = '', origin, trigger } = options
  const id = poolId(options.model)
  const issuerUrl = `${origin}/${id}`
  let { model, users = [ADA] } = options
  let clients = clientsOf(model, id, seed)
  const subOf = (user: User) => user.sub ?? derivedUuid(`${id} ${seed} user ${user.username}`)
  return {
    id,
    keys,
    clock: makeClock(options.now),
    ids: makeIds(options.seed),
    issuer: options.issuer === 'aws' ? issuersOf(id).original : issuerUrl,
    issuerUrl,
    origin,
    model: () => model,
    clients: () => clients,
    users: () => users,
    subOf,
    usernameOf: user => (signInAttributes(model).length > 0 ? subOf(user) : user.username),
    ...(trigger && { trigger }),
    update: changed => {
      model = changed
      clients = clientsOf(model, id, seed)
    },
    updateUsers: changed => {
      users = changed
    },
  }
}

/** What users sign in with instead of a user name. */
export const signInAttributes = ({ userPool }: Model): readonly string[] =>
  userPool.source === 'new' ? userPool.usernameAttributes : []

function poolId({ userPool, region, service }: Model): string {
  if (userPool.source === 'existing') return userPool.userPoolId
  return `${region}_Local${createHash('sha256').update(service).digest('hex').slice(0, 4)}`
}

const clientsOf = (model: Model, id: string, seed: string): readonly LocalClient[] =>
  model.clients.map(client => ({
    client,
    id: derivedText(`${id} ${seed} client ${client.name}`, 26),
    ...(client.generateSecret && { secret: derivedText(`${id} ${seed} secret ${client.name}`, 51) }),
  }))
