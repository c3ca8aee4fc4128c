import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_DIRECT_TEMPLATE_BYTES, MAX_STACK_RESOURCES } from '../../lib/aws/limits'
import { check } from '../../lib/check'
import { checkSmall } from '../../lib/check-small'
import { compile } from '../../lib/compile'
import type { SpecInput } from '../../lib/document/spec'
import { formats } from '../../lib/formats'
import type { Format } from '../../lib/formats/format'
import { arbitrarySpec } from '../conformance/arbitrary-spec'
import { cases } from '../conformance/cases'

const isSmall = (spec: SpecInput) => checkSmall(spec) !== undefined

/** Every limit that a report mentions, as a share of it that the outputs use. */
function shareOfLimits(spec: SpecInput): number {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  const counts = (formats as readonly Format[]).map(
    ({ resourceCount }) => resourceCount?.(compiled.model) ?? 0,
  )
  return Math.max(
    compiled.output('cloudformation').byteLength / MAX_DIRECT_TEMPLATE_BYTES,
    ...counts.map(count => count / MAX_STACK_RESOURCES),
  )
}

const list = <T>(length: number, item: (i: number) => T): T[] => Array.from({ length }, (_, i) => item(i))

/** A host name of about so many characters, in labels of at most 60. */
const longHost = (length: number) =>
  `${'.a'
    .padEnd(60, 'b')
    .repeat(Math.ceil(length / 60))
    .slice(0, length)}.com`

const server = (i: number) => ({ identifier: `r${i}`, name: 'n', scopes: [{ name: 's', description: 'd' }] })

const letter = (i: number) => String.fromCharCode(97 + i)

/** As many resources as a small document can have: six endpoints with a function each on twelve path segments. */
const most = (text: {
  readonly service?: string
  readonly handler?: string
  readonly identifier?: string
  readonly origins?: string[]
  readonly callbackUrl?: string
  readonly segment?: string
  readonly description?: string
}): SpecInput => ({
  version: 1,
  service: text.service ?? 'svc',
  region: 'us-gov-west-1',
  userPool: { source: 'new', name: 'u', domainPrefix: 'dd' },
  resourceServers: [
    {
      identifier: text.identifier ?? 'i',
      name: 'n',
      scopes: [{ name: 's', description: text.description ?? 'd' }],
    },
  ],
  clients: [
    {
      name: 'c',
      scopes: [`${text.identifier ?? 'i'}/s`],
      callbackUrls: [text.callbackUrl ?? 'https://a.bc'],
    },
  ],
  api: { type: 'rest', name: 'a', cors: { allowOrigins: text.origins ?? ['https://a.bc', 'https://a.de'] } },
  endpoints: Array.from({ length: 6 }, (_, i) => ({
    method: 'ANY',
    path: `/${letter(i)}${text.segment ?? ''}/${letter(i)}`,
    scopes: [`${text.identifier ?? 'i'}/s`],
    handler: `${letter(i)}${text.handler ?? ''}.h`,
  })),
})

/** The spec with the longest value, or the most items, that is valid and still small: the share grows with it. */
function largest(specOf: (size: number) => SpecInput): SpecInput {
  const fits = (size: number) => {
    const report = checkSmall(specOf(size))
    return report !== undefined && report.errors.length === 0
  }
  let [fitting, tooMuch] = [0, 2048]
  while (tooMuch - fitting > 1) {
    const middle = (fitting + tooMuch) >> 1
    if (fits(middle)) fitting = middle
    else tooMuch = middle
  }
  return specOf(fitting)
}

describe('a small document', () => {
  it('gets the report of check, and so does a refused one', () => {
    const small = cases.filter(({ spec }) => isSmall(spec))
    expect(small.length).toBeGreaterThan(8)
    for (const { spec } of small) expect(checkSmall(spec)).toEqual(check(spec))
    for (const refused of [null, '{', {}, { ...small[0]!.spec, region: 'mars' }])
      expect(checkSmall(refused)).toEqual(check(refused))
  })

  it.each<[string, (size: number) => SpecInput]>([
    ['the service name', n => most({ service: `svc${'a'.repeat(n)}` })],
    ['handlers', n => most({ handler: 'a'.repeat(n) })],
    ['an identifier', n => most({ identifier: `i${'a'.repeat(n)}` })],
    ['a description', n => most({ description: `d${'\u{1F600}'.repeat(n)}` })],
    ['path segments', n => most({ segment: 'a'.repeat(n) })],
    ['a redirect URI', n => most({ callbackUrl: `https://a.bc/${'a'.repeat(n)}` })],
    [
      'origins',
      n => most({ origins: list(n + 2, i => `https://${letter(i % 26)}${letter(Math.floor(i / 26))}.de`) }),
    ],
    ['long origins', n => most({ origins: ['a', 'b', 'c'].map(o => `https://${o}${longHost(n)}`) })],
    ['clients', n => ({ ...most({}), clients: list(n, i => ({ ...most({}).clients[0]!, name: `c${i}` })) })],
    [
      'resource servers',
      n => ({ ...most({}), resourceServers: [...most({}).resourceServers, ...list(n, server)] }),
    ],
  ])('is under every limit when it spends its characters on %s', (_, specOf) => {
    const spec = largest(specOf)
    expect(checkSmall(spec)?.errors).toEqual([])
    expect(shareOfLimits(spec)).toBeLessThan(0.9)
  })

  it('is under every limit in random specs', () => {
    let seen = 0
    fc.assert(
      fc.property(arbitrarySpec, spec => {
        if (!isSmall(spec)) return
        seen += 1
        expect(shareOfLimits(spec)).toBeLessThan(0.9)
      }),
      { seed: 20_261_127, numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(20)
  })
})

it('a document that is not small has no report without its outputs', () => {
  const endpoints = Array.from({ length: 7 }, (_, i) => ({
    ...most({}).endpoints[0]!,
    path: `/${letter(i)}`,
  }))
  expect(checkSmall({ ...most({}), endpoints })).toBeUndefined()
})
