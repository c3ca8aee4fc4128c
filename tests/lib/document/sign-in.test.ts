import { edited, existing, machine, REMOVED, rest } from './edited'
import { accepts, refuses, table } from './table'

const flows = 'clients.0.explicitAuthFlows'
const rotation = 'clients.0.refreshTokenRotation'
const trigger = 'userPool.preTokenGeneration'
const grace = (seconds: unknown) => ({ [rotation]: { retryGracePeriodSeconds: seconds } })
/** A client whose refresh tokens may rotate. */
const withFlows = edited(rest, flows, ['ALLOW_USER_SRP_AUTH'])

table('userPool.selfSignUp', [
  accepts('on', rest, { 'userPool.selfSignUp': true }),
  accepts('off', rest, { 'userPool.selfSignUp': false }),
  refuses('a word', rest, { 'userPool.selfSignUp': 'yes' }, 'userPool.selfSignUp WRONG_TYPE'),
  refuses(
    'that of an existing pool',
    existing,
    { 'userPool.selfSignUp': true },
    'userPool.selfSignUp UNKNOWN_KEY',
  ),
])

const names = 'userPool.usernameAttributes'
table('userPool.usernameAttributes, 0 to 2', [
  accepts('none', rest, { [names]: [] }),
  accepts('email', rest, { [names]: ['email'] }),
  accepts('phone_number', rest, { [names]: ['phone_number'] }),
  accepts('both', rest, { [names]: ['phone_number', 'email'] }),
  refuses('another attribute', rest, { [names]: ['email', 'phone'] }, `${names}.1 NOT_ONE_OF`),
  refuses('one twice', rest, { [names]: ['email', 'email'] }, `${names}.1 DUPLICATE`),
  refuses(
    'three',
    rest,
    { [names]: ['email', 'phone_number', 'email'] },
    `${names} TOO_MANY`,
    `${names}.2 DUPLICATE`,
  ),
  refuses('those of an existing pool', existing, { [names]: ['email'] }, `${names} UNKNOWN_KEY`),
])

table('userPool.mfa', [
  ...['off', 'optional', 'required'].map(mfa => accepts(mfa, rest, { 'userPool.mfa': mfa })),
  refuses('the word of the API', rest, { 'userPool.mfa': 'ON' }, 'userPool.mfa NOT_ONE_OF'),
  refuses('that of an existing pool', existing, { 'userPool.mfa': 'off' }, 'userPool.mfa UNKNOWN_KEY'),
])

table('userPool.preTokenGeneration', [
  ...['V2_0', 'V3_0'].map(version =>
    accepts(version, rest, { [trigger]: { handler: 'src/claims.handler', version } }),
  ),
  accepts('no version, which is V2_0', rest, { [trigger]: { handler: 'src/claims.handler' } }),
  accepts('the handler of an endpoint', rest, { [trigger]: { handler: 'bin/orders.list' } }),
  accepts('the tier PLUS', rest, {
    'userPool.tier': 'PLUS',
    [trigger]: { handler: 'src/claims.handler' },
  }),
  refuses(
    'the version that changes ID tokens only',
    rest,
    { [trigger]: { handler: 'src/claims.handler', version: 'V1_0' } },
    `${trigger}.version NOT_ONE_OF`,
  ),
  refuses('no handler', rest, { [trigger]: {} }, `${trigger}.handler MISSING`),
  refuses('a file alone', rest, { [trigger]: { handler: 'claims' } }, `${trigger}.handler INVALID_FORMAT`),
  refuses(
    'a long handler',
    rest,
    { [trigger]: { handler: `${'a'.repeat(127)}.b` } },
    `${trigger}.handler TOO_LONG`,
  ),
  refuses(
    'a device of Windows',
    rest,
    { [trigger]: { handler: 'aux.handler' } },
    `${trigger}.handler RESERVED_WORD`,
  ),
  refuses(
    'another spelling of its file in an endpoint',
    rest,
    { [trigger]: { handler: 'bin/Orders.claims' } },
    'endpoints.0.handler HANDLER_CASE_CLASH',
  ),
  refuses(
    'the tier LITE',
    rest,
    {
      'userPool.tier': 'LITE',
      'userPool.managedLogin': false,
      [trigger]: { handler: 'src/claims.handler' },
    },
    `${trigger} TRIGGER_NEEDS_TIER`,
  ),
  refuses(
    'one of an existing pool',
    existing,
    { [trigger]: { handler: 'aux.handler' } },
    `${trigger} UNKNOWN_KEY`,
  ),
])

table('clients.explicitAuthFlows', [
  accepts('none, for the default flows', rest, { [flows]: REMOVED }),
  accepts('every flow', rest, {
    [flows]: [
      'ALLOW_USER_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ],
  }),
  refuses('an empty list', rest, { [flows]: [] }, `${flows} TOO_FEW`),
  refuses('an older name', rest, { [flows]: ['USER_PASSWORD_AUTH'] }, `${flows}.0 NOT_ONE_OF`),
  refuses('one twice', rest, { [flows]: ['ALLOW_CUSTOM_AUTH', 'ALLOW_CUSTOM_AUTH'] }, `${flows}.1 DUPLICATE`),
])

table('clients.refreshTokenRotation', [
  accepts('no grace', withFlows, grace(0)),
  accepts('60 seconds', withFlows, grace(60)),
  refuses('a negative time', withFlows, grace(-1), `${rotation}.retryGracePeriodSeconds OUT_OF_RANGE`),
  refuses('61 seconds', withFlows, grace(61), `${rotation}.retryGracePeriodSeconds OUT_OF_RANGE`),
  refuses('half a second', withFlows, grace(0.5), `${rotation}.retryGracePeriodSeconds NOT_AN_INTEGER`),
  refuses('a text', withFlows, grace('10'), `${rotation}.retryGracePeriodSeconds WRONG_TYPE`),
  refuses('nothing in it', withFlows, { [rotation]: {} }, `${rotation}.retryGracePeriodSeconds MISSING`),
  refuses('the default flows', rest, grace(10), `${flows} ROTATION_WITH_REFRESH_FLOW`),
  refuses(
    'the refresh flow',
    rest,
    { ...grace(10), [flows]: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    `${flows} ROTATION_WITH_REFRESH_FLOW`,
  ),
  refuses('a machine', machine, grace(10), `${rotation} ROTATION_NEEDS_USER`),
])
