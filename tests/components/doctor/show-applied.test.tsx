// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { showApplied } from '@/components/doctor/show-applied'
import { createDoctor, type DoctorState } from '@/components/doctor/state/create-doctor'
import { isOld } from '@/components/doctor/use-doctor'
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

it('findings are old where the files cannot be read any more, not where one of them never could', () => {
  const files = [{ path: 'a.yaml', text: '' }]
  const state = (faults: readonly boolean[], examined: readonly unknown[]) =>
    isOld({
      files,
      faults: faults.map(isRefused => ({ isRefused })),
      examination: { files: examined },
    } as unknown as DoctorState)
  expect(state([true], [])).toBe(true)
  expect(state([true], files)).toBe(false)
  expect(state([false], files)).toBe(false)
  expect(state([false], [])).toBe(false)
})
