import { expect, it } from 'vitest'
import { placeColumn } from '@/lib/access-map/place'

it.each([
  ['nothing', [], 3, []],
  ['one where it wants to be', [2], 5, [2]],
  ['one that wants to be outside', [9], 5, [4]],
  ['one that wants to be before the first row', [-3], 5, [0]],
  ['quarters of a row', [1.1, 2.4], 5, [1, 2.5]],
  ['two that want the same row, around it', [2, 2], 5, [1.5, 2.5]],
  ['three that want the same row', [2, 2, 2], 9, [1, 2, 3]],
  ['two that want to change places', [3, 1], 5, [1.5, 2.5]],
  ['a row apart from those before', [0, 0, 3], 9, [0, 1, 3]],
  ['as many as there are rows', [4, 4, 4], 3, [0, 1, 2]],
  ['more than there are rows', [0, 0], 1, [0, 1]],
])('%s', (_, wanted, rows, places) => {
  expect(placeColumn(wanted, rows)).toEqual(places)
})
