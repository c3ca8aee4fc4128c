import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { workOf } from '../../work'

/** A definition whose operations share its requirements: ten times as many as there are operations. */
const definition = (count: number) =>
  JSON.stringify({
    openapi: '3.0.1',
    security: Array(10 * count).fill({ a: [] }),
    paths: Object.fromEntries(Array.from({ length: count }, (_, i) => [`/${i}`, { get: {} }])),
  })

it('twice as many operations and requirements are no more than twice the work', () => {
  const read = (count: number) => {
    const files = [{ path: 'a.json', text: definition(count) }]
    return () => diagnose(files)
  }
  read(10)()
  const [work, twice] = [600, 1200].map(count => workOf(read(count)))
  expect(twice).toBeLessThan(2.4 * work!)
})
