import { expect, it } from 'vitest'
import type { Cause } from '../../../lib/deployed/cause'
import { linkTo } from '../../../lib/deployed/links'
import { literal, type Term, unknown } from '../../../lib/deployed/term'

const AT = { source: { path: 'a.yaml', text: '' }, start: 0, end: 0 }
const cause = (name: string): Cause => ({ kind: 'parameter', name, message: `${name} is unknown.` })
const either = (left: Term, right: Term): Term => ({
  kind: 'either',
  cause: { ...cause('C'), kind: 'condition' },
  of: 'a',
  options: [left, right],
  at: AT,
  label: undefined,
})
/** Conditions in each other: 2 ** depth leaves. */
const tree = (depth: number, leaf: () => Term): Term =>
  depth === 0 ? leaf() : either(tree(depth - 1, leaf), tree(depth - 1, leaf))
const PARAMETER = unknown('Ref Given', cause('Given'), AT)
const TARGETS = Array.from({ length: 40 }, (_, i) => literal(`id${i}`, AT))

it.each<[string, (i: number) => Term, number]>([
  ['the same parameter', () => PARAMETER, 1],
  ['one target', () => literal('id39', AT), 1],
  ['two targets', i => literal(`id${i % 2}`, AT), 2],
  ['a target and a parameter', i => (i % 2 ? PARAMETER : literal('id0', AT)), 2],
  ['a target in one of four, and a parameter', i => (i % 4 ? PARAMETER : literal('id0', AT)), 2],
])('targets are compared once for each text of nested conditions: %s', (_, leafOf, texts) => {
  let leaves = 0
  let compared = 0
  linkTo(
    tree(9, () => leafOf(leaves++)),
    TARGETS,
    text => {
      compared++
      return text
    },
    'target',
  )
  expect(leaves).toBe(512)
  // Once more for the condition as a whole.
  expect(compared).toBeLessThanOrEqual((texts + 1) * TARGETS.length)
})

it('a nested condition names the targets of its branches', () => {
  const link = linkTo(
    either(either(literal('id1', AT), PARAMETER), literal('id1', AT)),
    TARGETS,
    text => text,
    'target',
  )
  const one = { kind: 'one', to: TARGETS[1] }
  expect(link).toMatchObject({
    kind: 'unknown',
    because: [{ name: 'C' }, { name: 'C' }, { name: 'Given' }],
    branches: [{ kind: 'unknown', branches: [one, { kind: 'unknown', because: [{ name: 'Given' }] }] }, one],
  })
})
