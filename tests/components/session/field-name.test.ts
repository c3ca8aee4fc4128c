import { expect, it } from 'vitest'
import { fullFieldName } from '@/components/session/field-name'
import { readDocument } from '@/lib/document/read-document'
import { repairOf } from '@/lib/document/repair'
import { badShapes } from '../../lib/document/bad-shapes'

it('names the field of every error, and its repair, in a document of any shape', () => {
  const nameless = badShapes().filter(({ document }) => {
    const read = readDocument(document)
    if (read.kind === 'valid') return false
    // What the list of problems shows: the values where they can be shown, otherwise the document.
    const shown = 'values' in read ? read.values : document
    return read.errors.some(
      error => !fullFieldName(error.path, shown) || repairOf(shown, error)?.label === '',
    )
  })
  expect(nameless).toEqual([])
})
