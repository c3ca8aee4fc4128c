import { describe, expect, test } from 'vitest'
import { parseSpec } from '../../../lib/document/parse'
import { client, editedAll, existing, REMOVED, rest, times } from './edited'
import { accepts, refuses, table } from './table'

const a = (count: number) => 'a'.repeat(count)
const interactive = (count: number) => times(count, i => ({ ...client, name: `app${i}` }))
const worker = {
  name: 'worker',
  grants: ['client_credentials'],
  generateSecret: true,
  scopes: ['com.example.api/read'],
}

table('userPool.name, with its stage 1 to 128', [
  accepts('1 character', rest, { 'userPool.name': 'a' }),
  refuses('none', rest, { 'userPool.name': '' }, 'userPool.name EMPTY'),
  accepts('124 with "dev-"', rest, { 'userPool.name': a(124) }),
  refuses('125 with "dev-"', rest, { 'userPool.name': a(125) }, 'userPool.name TOO_LONG'),
  accepts('95 with 32 of stage', rest, { stage: a(32), 'userPool.name': a(95) }),
  refuses('96 with 32 of stage', rest, { stage: a(32), 'userPool.name': a(96) }, 'userPool.name TOO_LONG'),
  accepts('every character it may hold', rest, { 'userPool.name': 'aZ09_ +=,.@-' }),
  refuses('a colon', rest, { 'userPool.name': 'a:b' }, 'userPool.name INVALID_CHARACTERS'),
  refuses('a letter beyond ASCII', rest, { 'userPool.name': 'Bücher' }, 'userPool.name INVALID_CHARACTERS'),
  refuses('a no-break space', rest, { 'userPool.name': 'a\u00a0b' }, 'userPool.name INVALID_CHARACTERS'),
  refuses('a tab', rest, { 'userPool.name': 'a\tb' }, 'userPool.name CONTROL_CHARACTER'),
])

table('userPool.domainPrefix, with its stage at most 63', [
  accepts('1 character', rest, { 'userPool.domainPrefix': '1' }),
  refuses('none', rest, { 'userPool.domainPrefix': '' }, 'userPool.domainPrefix EMPTY'),
  accepts('59 with "dev-"', rest, { 'userPool.domainPrefix': a(59) }),
  refuses('60 with "dev-"', rest, { 'userPool.domainPrefix': a(60) }, 'userPool.domainPrefix TOO_LONG'),
  refuses('64', rest, { 'userPool.domainPrefix': a(64) }, 'userPool.domainPrefix TOO_LONG'),
  refuses('a hyphen first', rest, { 'userPool.domainPrefix': '-a' }, 'userPool.domainPrefix INVALID_FORMAT'),
  refuses('a hyphen last', rest, { 'userPool.domainPrefix': 'a-' }, 'userPool.domainPrefix INVALID_FORMAT'),
  refuses('upper case', rest, { 'userPool.domainPrefix': 'Demo' }, 'userPool.domainPrefix INVALID_FORMAT'),
  refuses('a dot', rest, { 'userPool.domainPrefix': 'a.b' }, 'userPool.domainPrefix INVALID_FORMAT'),
  ...['aws', 'amazon', 'cognito', 'my-aws1', 'jaws', 'xcognitox'].map(prefix =>
    refuses(
      `the word in ${prefix}`,
      rest,
      { 'userPool.domainPrefix': prefix },
      'userPool.domainPrefix RESERVED_WORD',
    ),
  ),
  refuses('the word in the stage', rest, { stage: 'jaws' }, 'userPool.domainPrefix RESERVED_WORD'),
  accepts('the letters on both sides of the hyphen', rest, { stage: 'a', 'userPool.domainPrefix': 'ws' }),
  accepts('the word in the stage of an existing pool', existing, { stage: 'jaws' }),
  refuses(
    'only that an existing pool has none, whatever word is in it',
    existing,
    { 'userPool.domainPrefix': 'aws' },
    'userPool.domainPrefix UNKNOWN_KEY',
  ),
  refuses('only the stage when that is wrong', rest, { stage: 'AWS_aws' }, 'stage INVALID_FORMAT'),
])

table('userPool.domain', [
  accepts('a host name', existing, { 'userPool.domain': 'auth.example.com' }),
  accepts('none', existing, { 'userPool.domain': REMOVED }),
  accepts('253 characters', existing, { 'userPool.domain': `${a(249)}.com` }),
  refuses('254 characters', existing, { 'userPool.domain': `${a(250)}.com` }, 'userPool.domain TOO_LONG'),
  refuses('no dot', existing, { 'userPool.domain': 'localhost' }, 'userPool.domain INVALID_FORMAT'),
  refuses('a scheme', existing, { 'userPool.domain': 'https://a.b' }, 'userPool.domain INVALID_FORMAT'),
  refuses('a path', existing, { 'userPool.domain': 'a.b/c' }, 'userPool.domain INVALID_FORMAT'),
  refuses(
    'upper case',
    existing,
    { 'userPool.domain': 'Auth.example.com' },
    'userPool.domain INVALID_FORMAT',
  ),
  refuses('an empty label', existing, { 'userPool.domain': 'a..b' }, 'userPool.domain INVALID_FORMAT'),
  refuses('a dot last', existing, { 'userPool.domain': 'a.b.' }, 'userPool.domain INVALID_FORMAT'),
  refuses('no text', existing, { 'userPool.domain': '' }, 'userPool.domain EMPTY'),
  refuses('the field of a new pool', rest, { 'userPool.domain': 'a.b' }, 'userPool.domain UNKNOWN_KEY'),
])

table('userPool.managedLogin', [
  refuses(
    'true with LITE',
    rest,
    { 'userPool.tier': 'LITE' },
    'userPool.managedLogin MANAGED_LOGIN_NEEDS_TIER',
  ),
  accepts('false with LITE', rest, { 'userPool.tier': 'LITE', 'userPool.managedLogin': false }),
  accepts('nothing with LITE', rest, { 'userPool.tier': 'LITE', 'userPool.managedLogin': REMOVED }),
  accepts('true with PLUS', rest, { 'userPool.tier': 'PLUS' }),
  accepts('20 clients that sign users in', rest, { clients: interactive(20) }),
  accepts('machines beside 20 such clients', rest, { clients: [...interactive(20), worker] }),
  refuses('21 clients that sign users in', rest, { clients: interactive(21) }, 'clients TOO_MANY'),
  refuses(
    '21 of them by default',
    rest,
    { clients: interactive(21), 'userPool.managedLogin': REMOVED },
    'clients TOO_MANY',
  ),
  accepts('21 of them without it', rest, { clients: interactive(21), 'userPool.managedLogin': false }),
  accepts('21 of them in LITE', rest, {
    clients: interactive(21),
    'userPool.tier': 'LITE',
    'userPool.managedLogin': REMOVED,
  }),
  accepts('21 of them in an existing pool', existing, { clients: interactive(21) }),
  refuses(
    '21 of them in an existing pool that wants it',
    existing,
    { clients: interactive(21), 'userPool.managedLogin': true },
    'clients TOO_MANY',
  ),
  refuses('a word', rest, { 'userPool.managedLogin': 'yes' }, 'userPool.managedLogin WRONG_TYPE'),
])

table('userPool.tier and source', [
  refuses('a tier in lower case', rest, { 'userPool.tier': 'lite' }, 'userPool.tier NOT_ONE_OF'),
  refuses('no source', rest, { 'userPool.source': REMOVED }, 'userPool.source MISSING'),
  refuses('another source', rest, { 'userPool.source': 'old' }, 'userPool.source NOT_ONE_OF'),
  refuses('a source of another type', rest, { 'userPool.source': 1 }, 'userPool.source WRONG_TYPE'),
  refuses(
    'a source of a new pool, and its name',
    rest,
    { 'userPool.source': REMOVED, 'userPool.name': 'a:b' },
    'userPool.source MISSING',
    'userPool.name INVALID_CHARACTERS',
  ),
  refuses(
    'a source of an existing pool, and its id',
    rest,
    { userPool: { source: 'exist', userPoolId: 'x' } },
    'userPool.source NOT_ONE_OF',
    'userPool.userPoolId INVALID_FORMAT',
  ),
  refuses('only the source of nothing', rest, { userPool: {} }, 'userPool.source MISSING'),
  refuses(
    'only the source of fields of both kinds',
    rest,
    { userPool: { name: 'a', domainPrefix: 'a', userPoolId: 'us-east-1_a' } },
    'userPool.source MISSING',
  ),
  refuses('no pool', rest, { userPool: REMOVED }, 'userPool MISSING'),
  refuses('a list', rest, { userPool: [] }, 'userPool WRONG_TYPE'),
])

describe('what is left out', () => {
  const poolOf = (document: unknown) => {
    const parsed = parseSpec(document)
    return parsed.ok ? parsed.spec.userPool : undefined
  }
  const bare = { 'userPool.managedLogin': REMOVED, 'userPool.tier': REMOVED }

  test('a new pool has ESSENTIALS and managed login', () => {
    expect(poolOf(editedAll(rest, bare))).toMatchObject({ tier: 'ESSENTIALS', managedLogin: true })
  })
  test('a LITE pool has no managed login', () => {
    expect(poolOf(editedAll(rest, { ...bare, 'userPool.tier': 'LITE' }))).toMatchObject({
      managedLogin: false,
    })
  })
  test('an existing pool has no managed login', () => {
    expect(poolOf(existing)).toEqual({
      source: 'existing',
      userPoolId: 'us-east-1_AbCdEf123',
      managedLogin: false,
    })
  })
})
