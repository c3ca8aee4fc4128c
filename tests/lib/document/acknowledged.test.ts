import { rest, times } from './edited'
import { accepts, refuses, table } from './table'

const at = 'acknowledged'
const entry = { code: 'PUBLIC_ENDPOINT', at: 'GET /products' }

table('acknowledged', [
  accepts('none', rest, { [at]: [] }),
  accepts('a finding and what it is about', rest, { [at]: [entry] }),
  accepts('a finding about the whole document', rest, { [at]: [{ code: 'PLUS_TIER_COST' }] }),
  accepts('what is not there: it is about nothing', rest, { [at]: [{ ...entry, at: 'no such client' }] }),
  accepts('one finding at two places', rest, { [at]: [entry, { ...entry, at: 'GET /offers' }] }),
  accepts('two findings at one place', rest, { [at]: [entry, { ...entry, code: 'ID_TOKEN_ENDPOINT' }] }),
  refuses('the same again', rest, { [at]: [entry, { ...entry }] }, `${at}.1 DUPLICATE`),
  refuses(
    'the same again, about the document',
    rest,
    { [at]: [{ code: 'NOT_NFC' }, { code: 'NOT_NFC' }] },
    `${at}.1 DUPLICATE`,
  ),
  refuses('no code', rest, { [at]: [{ at: 'GET /products' }] }, `${at}.0.code MISSING`),
  refuses(
    'no code, twice',
    rest,
    { [at]: [{ at: 'GET /products' }, { at: 'GET /products' }] },
    `${at}.0.code MISSING`,
    `${at}.1.code MISSING`,
  ),
  refuses(
    'a place that is a number, twice',
    rest,
    {
      [at]: [
        { ...entry, at: 1 },
        { ...entry, at: 1 },
      ],
    },
    `${at}.0.at WRONG_TYPE`,
    `${at}.1.at WRONG_TYPE`,
  ),
  refuses('another word', rest, { [at]: [{ code: 'PUBLIC' }] }, `${at}.0.code NOT_ONE_OF`),
  refuses(
    'a note, which is no finding',
    rest,
    { [at]: [{ code: 'IDENTIFIER_IMMUTABLE' }] },
    `${at}.0.code NOT_ONE_OF`,
  ),
  refuses('a place of nothing', rest, { [at]: [{ ...entry, at: '' }] }, `${at}.0.at EMPTY`),
  refuses('a place that is null', rest, { [at]: [{ ...entry, at: null }] }, `${at}.0.at WRONG_TYPE`),
  refuses('a key too many', rest, { [at]: [{ ...entry, why: 'x' }] }, `${at}.0.why UNKNOWN_KEY`),
  refuses('an object', rest, { [at]: {} }, `${at} WRONG_TYPE`),
  accepts('1,000', rest, { [at]: times(1000, i => ({ ...entry, at: `GET /p${i}` })) }),
  refuses('1,001', rest, { [at]: times(1001, i => ({ ...entry, at: `GET /p${i}` })) }, `${at} TOO_MANY`),
])
