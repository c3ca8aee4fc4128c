// @vitest-environment happy-dom
import { act } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '@/components/session/session'
import { createRows, type Rows } from '@/components/wizard/endpoints/rows'
import { example } from '@/lib/document/example'
import { renderInSession } from '../in-session'

const endpoint = (path: string) => ({ ...structuredClone(example.endpoints[0]!), path })
let session: Session
let rows: Rows
const paths = () => session.form.getValues().endpoints.map(({ path }) => path)
/** The ids of the rows, by path. */
const idOf = (path: string) => rows.ids()[paths().indexOf(path)]!
const step = (work: () => void) => act(async () => work())

beforeEach(() => {
  session = renderInSession(null, { ...example, endpoints: ['/a', '/b', '/c'].map(endpoint) }).session
  rows = createRows(session)
})

describe('rows', () => {
  it('keep their ids when they move', async () => {
    const [a, b, c] = ['/a', '/b', '/c'].map(idOf)
    await step(() => rows.move(c!, 0))
    expect(paths()).toEqual(['/c', '/a', '/b'])
    expect(rows.ids()).toEqual([c, a, b])
    await step(() => rows.move(c!, 2))
    expect(paths()).toEqual(['/a', '/b', '/c'])
    expect(rows.ids()).toEqual([a, b, c])
  })

  it('keep their ids when others go, and take the selection and the open row of those with them', async () => {
    const [a, b, c] = ['/a', '/b', '/c'].map(idOf)
    rows.select(new Set([a!, b!]))
    rows.setOpen(a)
    await step(() => rows.remove(new Set([a!])))
    expect(rows.ids()).toEqual([b, c])
    expect(rows.state.get()).toEqual({ selected: new Set([b]), open: undefined })
  })

  it('have their ids again after undo', async () => {
    const before = rows.ids()
    await step(() => rows.remove(new Set([before[1]!])))
    await step(() => session.undo())
    expect(paths()).toEqual(['/a', '/b', '/c'])
    expect(rows.ids()).toEqual(before)
  })

  it('are copied after the one they are a copy of, with ids of their own', async () => {
    const before = rows.ids()
    let copies: readonly number[] = []
    await step(() => {
      copies = rows.duplicate(new Set([before[0]!, before[2]!]))
    })
    expect(paths()).toEqual(['/a', '/a', '/b', '/c', '/c'])
    expect(copies).toEqual([rows.ids()[1], rows.ids()[4]])
    expect(new Set(rows.ids()).size).toBe(5)
    await step(() => rows.change('Change path', new Set(copies), one => ({ ...one, path: '/copy' })))
    expect(paths()).toEqual(['/a', '/copy', '/b', '/c', '/copy'])
  })

  it('keep their ids while they are edited', async () => {
    const before = rows.ids()
    await step(() => session.form.setValue('endpoints.1.path', '/edited'))
    await step(() => rows.change('Change', new Set([before[0]!]), one => ({ ...one, handler: 'x.y' })))
    expect(rows.ids()).toEqual(before)
    expect(rows.matching('edited')).toEqual([1])
  })
})
