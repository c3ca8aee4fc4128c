// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { showApplied } from '@/components/doctor/show-applied'
import { createDoctor } from '@/components/doctor/state/create-doctor'
import { Toaster } from '@/components/ui/toast'

afterEach(cleanup)

const openDoctor = () => {
  const doctor = createDoctor(() => ({ examine: vi.fn(), stop: vi.fn() }) as never)
  doctor.open([{ path: 'a.yaml', text: 'a: 1\n' }])
  return doctor
}

it('the undo of what was applied is offered until the files change again', () => {
  const doctor = openDoctor()
  render(<Toaster />)
  act(() => showApplied(doctor, 'Applied: a change.'))
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined()
  act(() => doctor.select('another finding'))
  expect(screen.queryByText('Applied: a change.')).not.toBeNull()
  act(() => doctor.type('a.yaml', 'a: 2\n'))
  expect(screen.queryByText('Applied: a change.')).toBeNull()
})
