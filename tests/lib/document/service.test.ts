import { existing, rest } from './edited'
import { accepts, refuses, table } from './table'

const a = (count: number) => 'a'.repeat(count)

table('service', [
  accepts('2 characters', rest, { service: 'a1' }),
  refuses('1 character', rest, { service: 'a' }, 'service INVALID_FORMAT'),
  accepts('63 characters', rest, { service: a(63) }),
  refuses('64 characters', rest, { service: a(64) }, 'service INVALID_FORMAT'),
  refuses('a digit first', rest, { service: '1ab' }, 'service INVALID_FORMAT'),
  refuses('a hyphen last', rest, { service: 'ab-' }, 'service INVALID_FORMAT'),
  accepts('a hyphen inside', rest, { service: 'a--b' }),
  refuses('upper case', rest, { service: 'Ab' }, 'service INVALID_FORMAT'),
  refuses('no text at all', rest, { service: '' }, 'service EMPTY'),
  refuses('a line feed behind', rest, { service: 'ab\n' }, 'service CONTROL_CHARACTER'),
  refuses('a number', rest, { service: 12 }, 'service WRONG_TYPE'),
])

table('stage', [
  accepts('1 character', rest, { stage: '1' }),
  accepts('32 characters', rest, { stage: a(32) }),
  refuses('33 characters', rest, { stage: a(33) }, 'stage INVALID_FORMAT'),
  accepts('a hyphen last', rest, { stage: 'a-' }),
  refuses('a hyphen first', rest, { stage: '-a' }, 'stage INVALID_FORMAT'),
  refuses('an underscore', rest, { stage: 'a_b' }, 'stage INVALID_FORMAT'),
  refuses('no text at all', rest, { stage: '' }, 'stage EMPTY'),
  refuses('null', rest, { stage: null }, 'stage WRONG_TYPE'),
])

table('region', [
  accepts('a known one', rest, { region: 'eu-central-1' }),
  accepts('GovCloud', rest, { region: 'us-gov-west-1' }),
  accepts('an unknown, well-formed one', rest, { region: 'zz-nowhere-9' }),
  accepts('the European sovereign cloud', rest, { region: 'eusc-de-east-1' }),
  refuses('two digits', rest, { region: 'us-east-11' }, 'region INVALID_FORMAT'),
  refuses('no digit', rest, { region: 'us-east' }, 'region INVALID_FORMAT'),
  refuses('one part', rest, { region: 'us-1' }, 'region INVALID_FORMAT'),
  refuses('one letter first', rest, { region: 'u-east-1' }, 'region INVALID_FORMAT'),
  refuses('five letters first', rest, { region: 'uspqr-east-1' }, 'region INVALID_FORMAT'),
  refuses('upper case', rest, { region: 'US-EAST-1' }, 'region INVALID_FORMAT'),
  refuses('China', rest, { region: 'cn-north-1' }, 'region REGION_WITHOUT_USER_POOLS'),
])

table('userPoolId', [
  accepts('one of the Region', existing, { 'userPool.userPoolId': 'us-east-1_a' }),
  accepts('55 characters', existing, { 'userPool.userPoolId': `us-east-1_${a(45)}` }),
  refuses(
    '56 characters',
    existing,
    { 'userPool.userPoolId': `us-east-1_${a(46)}` },
    'userPool.userPoolId TOO_LONG',
  ),
  refuses('no name', existing, { 'userPool.userPoolId': 'us-east-1_' }, 'userPool.userPoolId INVALID_FORMAT'),
  refuses(
    'a hyphen in the name',
    existing,
    { 'userPool.userPoolId': 'us-east-1_a-b' },
    'userPool.userPoolId INVALID_FORMAT',
  ),
  refuses(
    'one of another Region',
    existing,
    { 'userPool.userPoolId': 'us-east-2_a' },
    'userPool.userPoolId REGION_MISMATCH',
  ),
  accepts('one of the Region that is set', existing, {
    region: 'eu-west-1',
    'userPool.userPoolId': 'eu-west-1_a',
  }),
  refuses('a Region that is none, only', existing, { region: 'nowhere' }, 'region INVALID_FORMAT'),
  refuses(
    'China',
    existing,
    { 'userPool.userPoolId': 'cn-north-1_a' },
    'userPool.userPoolId REGION_WITHOUT_USER_POOLS',
  ),
  refuses(
    'China in both places',
    existing,
    { region: 'cn-north-1', 'userPool.userPoolId': 'cn-north-1_a' },
    'region REGION_WITHOUT_USER_POOLS',
    'userPool.userPoolId REGION_WITHOUT_USER_POOLS',
  ),
])
