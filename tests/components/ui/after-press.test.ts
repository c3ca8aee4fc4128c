// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { afterPress } from '@/components/ui/after-press'

it('runs at once when nothing is pressed, or another button of the mouse is', () => {
  const action = vi.fn()
  afterPress(action)
  expect(action).toHaveBeenCalledTimes(1)
  fireEvent.mouseDown(document.body, { button: 2 })
  afterPress(action)
  expect(action).toHaveBeenCalledTimes(2)
})

it.each(['mouseup', 'dragend', 'contextmenu', 'keydown', 'mousedown'])(
  'waits for %s, and then runs once',
  type => {
    const action = vi.fn()
    fireEvent.mouseDown(document.body)
    afterPress(action)
    expect(action).toHaveBeenCalledTimes(0)
    fireEvent(document.body, new MouseEvent(type, { bubbles: true }))
    expect(action).toHaveBeenCalledTimes(1)
    fireEvent.mouseUp(document.body)
    expect(action).toHaveBeenCalledTimes(1)
  },
)
