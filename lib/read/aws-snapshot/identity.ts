import { whole } from '../../deployed/compare'
import { asText, property, propertyAt } from '../../deployed/questions'
import { type Field, type Fields, literal, type Term } from '../../deployed/term'
import type { Span } from '../../source/node'
import type { Builder } from '../template/builder'

/** What was read of a deployed thing cannot be repaired in the file: the file is a copy. */
const COPY = { generated: {} } as const

/**
 * Reads the answers about a user pool: describe-user-pool, -domain, -client and list-resource-servers. Those that an earlier
 * snapshot has too are read once.
 */
export function readPool(snapshot: Fields, builder: Builder): void {
  const { userPools, domains, clients, resourceServers } = builder
  const known = new Set([...userPools, ...domains, ...clients, ...resourceServers].map(({ key }) => key))
  const add: Add = (things, thing) => {
    if (!known.has(thing.key)) things.push(thing)
  }
  const pool = propertyAt(snapshot, ['userPool', 'UserPool'])
  const id = asText(property(pool, 'Id'))
  const key = `pool ${whole(id)}`
  if (pool.kind === 'fields' && !known.has(key)) {
    userPools.push({
      ...COPY,
      id: whole(id) || 'user pool',
      key,
      at: placeOf(pool),
      poolId: id,
      tier: property(pool, 'UserPoolTier'),
      issuerType: propertyAt(pool, ['IssuerConfiguration', 'Type']),
      triggerVersion: propertyAt(pool, ['LambdaConfig', 'PreTokenGenerationConfig', 'LambdaVersion']),
      settings: pool,
    })
    domainOf(snapshot, pool, builder, add)
  }
  for (const answer of itemsOf(property(snapshot, 'clients')))
    readClient(property(answer, 'UserPoolClient'), builder, add)
  for (const server of itemsOf(propertyAt(snapshot, ['resourceServers', 'ResourceServers'])))
    add(builder.resourceServers, {
      ...COPY,
      id: whole(asText(property(server, 'Identifier'))) || 'resource server',
      key: `server ${whole(asText(property(server, 'UserPoolId')))} ${whole(asText(property(server, 'Identifier')))}`,
      at: placeOf(server),
      userPoolId: property(server, 'UserPoolId'),
      identifier: property(server, 'Identifier'),
      name: property(server, 'Name'),
      scopes: property(server, 'Scopes'),
    })
}

type Add = <Thing extends { readonly key: string }>(things: Thing[], thing: Thing) => void

function domainOf(snapshot: Fields, pool: Fields, builder: Builder, add: Add): void {
  const description = propertyAt(snapshot, ['domain', 'DomainDescription'])
  const domain = property(description, 'Domain')
  const of = property(description, 'UserPoolId')
  const named = domain.kind === 'text' ? domain : property(pool, 'Domain')
  if (named.kind !== 'text') return
  add(builder.domains, {
    ...COPY,
    id: whole(named) || 'domain',
    key: `domain ${whole(named)}`,
    at: named.at,
    userPoolId: of.kind === 'text' ? of : property(pool, 'Id'),
    domain: named,
    managedLoginVersion: property(description, 'ManagedLoginVersion'),
    isCustom: propertyAt(description, ['CustomDomainConfig', 'CertificateArn']),
  })
}

function readClient(client: Term, builder: Builder, add: Add): void {
  if (client.kind !== 'fields') return
  const at = placeOf(client)
  const secret = property(client, 'ClientSecret')
  const flag: Field = { key: at, value: literal(String(secret.kind !== 'absent'), at) }
  const id = asText(property(client, 'ClientId'))
  add(builder.clients, {
    ...COPY,
    id: whole(asText(property(client, 'ClientName'))) || whole(id) || 'client',
    key: `client ${whole(id)}`,
    at,
    clientId: id,
    userPoolId: property(client, 'UserPoolId'),
    settings: { ...client, fields: new Map([...client.fields, ['GenerateSecret', flag]]) },
  })
}

/** The key of an answer, or the first key inside it. */
export function placeOf(term: Fields): Span {
  const [first] = term.fields.values()
  const { source, start, end } = term.label ?? first?.key ?? term.at
  return { source, start, end }
}

export const itemsOf = (term: Term): readonly Fields[] =>
  term.kind === 'list' ? term.items.flatMap(({ term: item }) => (item.kind === 'fields' ? [item] : [])) : []

/** What an API is called. Of several with one name, their stages or ids tell them apart. */
export const distinctId = (name: string, others: readonly string[], { apis }: Builder): string =>
  [name, ...others.map(other => `${name} ${other}`)].find(it => !apis.some(({ id }) => id === it)) ?? name
