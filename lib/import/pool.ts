import { DOMAIN_PREFIX, RESERVED_DOMAIN_WORDS, USER_POOL_ID } from '../aws/patterns'
import { type Access, sameLink } from '../deployed/access'
import { whole } from '../deployed/compare'
import type { Branding, Deployed, Domain, Link, UserPool } from '../deployed/deployed'
import { poolIdOf } from '../deployed/links'
import { property } from '../deployed/questions'
import type { Span } from '../source/node'
import { knownText } from './known-text'
import { type Names, resourceName } from './names'
import { importPoolSettings } from './pool-settings'
import type { Notes } from './report'

/** The pool of an import: a new one, or the id of one that is deployed. */
export interface ImportedPool {
  readonly value: Readonly<Record<string, unknown>>
  readonly region: string | undefined
  readonly userPoolId: string | undefined
}

/** What the pool of an import is found in. */
interface Context {
  readonly deployed: Deployed
  readonly access: Access
  readonly names: Names
  readonly notes: Notes
}

/** The pool that the API trusts. */
export function importPool(link: Link<UserPool> | undefined, context: Context): ImportedPool {
  const { notes } = context
  const id = poolId(link)
  if (link && id !== undefined && USER_POOL_ID.test(id)) return existing(id, link, context)
  if (link?.kind === 'one') return newPool(link.to, context)
  notes.entries.push({
    what: 'user pool change-me',
    at: null,
    how: 'invented',
    into: 'userPool',
    why: 'The user pool is not in these files, and its id is not known.',
  })
  return {
    value: { source: 'new', name: 'change-me', domainPrefix: 'change-me' },
    region: undefined,
    userPoolId: undefined,
  }
}

const poolId = (link: Link<UserPool> | undefined): string | undefined =>
  link?.kind === 'one'
    ? whole(link.to.poolId)
    : link?.kind === 'foreign'
      ? whole(poolIdOf(link.text))
      : undefined

/** Where the files describe the pool, or name it. */
const placeOf = (link: Link<UserPool>): Span | null =>
  link.kind === 'one' ? link.to.at : link.kind === 'foreign' ? link.text.at : null

function existing(id: string, link: Link<UserPool>, { deployed, access, notes }: Context): ImportedPool {
  const isOwn = (thing: Domain | Branding) => sameLink(access.poolOf(thing), link).is !== false
  const domains = deployed.domains.filter(isOwn)
  const domain = domains.map(it => knownText(it.domain)).find(Boolean)
  const region = id.replace(/_.*$/s, '')
  const host = domain?.includes('.') ? domain : domain && `${domain}.auth.${region}.amazoncognito.com`
  notes.entries.push({
    what: `user pool ${id}`,
    at: placeOf(link),
    how: 'mapped',
    into: 'userPool',
    why: 'The pool is deployed already.',
  })
  for (const it of domains)
    notes.entries.push({
      what: `domain ${it.id}`,
      at: it.at,
      how: 'mapped',
      into: 'userPool.domain',
      why: '',
    })
  const managedLogin = deployed.brandings.some(isOwn)
  return {
    value: { source: 'existing', userPoolId: id, ...(host && { domain: host }), managedLogin },
    region,
    userPoolId: id,
  }
}

function newPool(pool: UserPool, { deployed, access, names, notes }: Context): ImportedPool {
  const domain = deployed.domains.find(it => {
    const own = access.poolOf(it)
    return own.kind === 'one' && own.to.key === pool.key
  })
  const written = domain && knownText(domain.domain)
  const prefix = written && names.withoutStage(written)
  const name = knownText(property(pool.settings, 'UserPoolName'))
  const isUsable =
    prefix !== undefined &&
    DOMAIN_PREFIX.test(prefix) &&
    !RESERVED_DOMAIN_WORDS.some(word => prefix.includes(word))
  const tier = knownText(pool.tier)
  const isLite = tier === 'LITE'
  notes.entries.push({
    what: `user pool ${pool.id}`,
    at: pool.at,
    how: 'changed',
    into: 'userPool',
    why: 'A new pool is created next to the existing one, with the stage as a prefix of its name. Other settings of the pool are left out.',
  })
  notes.entries.push(
    isUsable && domain
      ? {
          what: `domain ${domain.id}`,
          at: domain.at,
          how: 'changed',
          into: 'userPool.domainPrefix',
          why: 'The stage is added as a prefix.',
        }
      : {
          what: 'domain prefix change-me',
          at: domain?.at ?? null,
          how: 'invented',
          into: 'userPool.domainPrefix',
          why: domain
            ? 'The domain is a custom one, or is not known.'
            : 'The pool has no domain in these files.',
        },
  )
  return {
    value: {
      source: 'new',
      name: resourceName(name === undefined ? pool.id : names.withoutStage(name)),
      ...((isLite || tier === 'PLUS') && { tier }),
      domainPrefix: isUsable ? prefix : 'change-me',
      managedLogin: !isLite && knownText(domain?.managedLoginVersion ?? pool.tier) === '2',
      ...importPoolSettings(pool, deployed, notes),
    },
    region: undefined,
    userPoolId: undefined,
  }
}
