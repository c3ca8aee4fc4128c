import { expect, test } from 'vitest'
import { eventNames } from '../../../../lib/formats/sam/names'
import { editedAll, endpoint, rest, times } from '../../document/edited'
import { compiled } from '../../findings/found'

const namesOf = (endpoints: readonly object[]) => {
  const { model } = compiled(editedAll(rest, { endpoints }))
  return { model, names: eventNames(model) }
}

test('an event has the name of its path and method', () => {
  const { names } = namesOf([{ ...endpoint, method: 'GET', path: '/orders/{id}' }])
  expect([...names.values()]).toEqual(['OrdersIdGet'])
})

test('function and event never make the permission of another pair', () => {
  const { model, names } = namesOf([
    { ...endpoint, method: 'GET', path: '/z', handler: 'xFunctionY.handler' },
    { ...endpoint, method: 'GET', path: '/YFunctionZ', handler: 'x.handler' },
  ])
  const made = model.endpoints.map(one => one.function.id + names.get(one))
  expect(new Set(made).size).toBe(2)
  expect(made[0]).toBe('XFunctionYFunctionZGet')
})

test('the logical id of a permission stays within 255 characters', () => {
  const long = 'p'.repeat(200)
  const { model, names } = namesOf(
    times(3, i => ({ ...endpoint, path: `/${long}${i}`, handler: `${'h'.repeat(120)}.h${i}` })),
  )
  const made = model.endpoints.map(one => `${one.function.id}${names.get(one)}PermissionStage`)
  for (const id of made) expect(id.length).toBeLessThanOrEqual(255)
  expect(new Set(made).size).toBe(3)
})
