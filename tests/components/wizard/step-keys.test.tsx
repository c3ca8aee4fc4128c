// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useStepKeys } from '@/components/wizard/use-step-keys'

function Page() {
  useStepKeys()
  return (
    <>
      <input />
      <button type="button">Next</button>
    </>
  )
}

/** Presses Alt and 5 as a German Mac keyboard does. Returns whether the browser may write the character. */
const pressAlt5 = (target: HTMLElement) =>
  fireEvent.keyDown(target, { altKey: true, code: 'Digit5', key: '[' })

beforeEach(() => {
  cleanup()
  location.hash = ''
  render(<Page />)
})
afterEach(() => {
  vi.restoreAllMocks()
  location.hash = ''
})

describe('Alt with a digit', () => {
  it.each([
    ['Win32', 'textbox', '#review'],
    ['Linux x86_64', 'textbox', '#review'],
    ['MacIntel', 'button', '#review'],
    ['MacIntel', 'textbox', ''],
  ])('on %s in a %s', (platform, role, hash) => {
    vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform)
    expect(pressAlt5(screen.getByRole(role))).toBe(hash === '')
    expect(location.hash).toBe(hash)
  })
})
