import { describe, expect, it } from 'vitest'
import { workOf } from '../work'
import { look } from './look'
import { random, seeds } from './mutations'

describe('hostile pastes', () => {
  const MIB = 1 << 20
  const units = [
    ...[
      'a',
      '.',
      ' ',
      '\n',
      '"',
      '\\',
      '{',
      'eyJ',
      'eyJ ',
      'eyJ.',
      'eyJ. ',
      'eyJ\n',
      'eyJ.a.b ',
      'Bearer ',
      'access_token=',
    ],
    ...[
      'access_token ',
      'access_token": "',
      'eyJ xxxxxxxxxxxxxxxx ',
      'ey.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.\n',
      '漢',
      '\u0000',
    ],
    `eyJ${' xxxxxxxxxxxxxxxxx'.repeat(1500)}`,
    `${seeds[0]} `,
  ]
  it.each(units)('1 MiB of %j: read, and twice the text is no more than twice the work', unit => {
    const paste = (size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
    const work = (size: number) => workOf(() => look(paste(size)))
    work(1000)
    expect(work(MIB / 4)).toBeLessThan(2.2 * work(MIB / 8) + 1000)
    look(paste(MIB))
  })

  it.each([
    [
      'random characters',
      () => {
        const pick = random(7)
        return Array.from({ length: MIB }, () => String.fromCharCode(32 + pick(95))).join('')
      },
    ],
    [
      'a token with claims of 1 MiB',
      () =>
        seeds[0]!.replace(
          /\.(.*)\./,
          () => `.${Buffer.from(JSON.stringify({ a: 'x'.repeat(MIB) })).toString('base64url')}.`,
        ),
    ],
    [
      'a token with 100,000 claims of one name',
      () =>
        seeds[0]!.replace(
          /\.(.*)\./,
          () => `.${Buffer.from(`{${'"a":1,'.repeat(100_000)}"b":2}`).toString('base64url')}.`,
        ),
    ],
    [
      'a token nested 500,000 deep',
      () =>
        seeds[0]!.replace(
          /\.(.*)\./,
          () => `.${Buffer.from(`{"a":${'['.repeat(500_000)}`).toString('base64url')}.`,
        ),
    ],
    [
      'a token with 200,000 scopes',
      () =>
        seeds[0]!.replace(
          /\.(.*)\./,
          () =>
            `.${Buffer.from(JSON.stringify({ token_use: 'access', scope: 'a/b '.repeat(200_000) })).toString('base64url')}.`,
        ),
    ],
  ])('%s', (_name, make) => {
    look(make())
  })
})
