// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { createHistory } from '@/components/session/history'
import { showDone } from '@/components/session/show-done'
import { Toaster } from '@/components/ui/toast'

afterEach(cleanup)

const snapshot = (text: string) => ({ text, documentId: 'a' })

it('the undo of what was done is offered until the document changes again', () => {
  const history = createHistory(snapshot('1'), () => true)
  render(<Toaster />)
  history.record(snapshot('2'), 'Delete client', 0)
  act(() => showDone({ history, undo: vi.fn() }, 'Deleted client web.'))
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined()
  // What belongs to the same step is undone with it.
  act(() => history.record(snapshot('3'), 'Delete client', 100, true))
  expect(screen.queryByText('Deleted client web.')).not.toBeNull()
  act(() => history.record(snapshot('4'), 'clients.0.name', 200))
  expect(screen.queryByText('Deleted client web.')).toBeNull()
})
