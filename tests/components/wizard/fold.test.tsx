// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Fold } from '@/components/wizard/parts/fold'
import { renderInSession } from '../in-session'

const PATHS = ['userPool.selfSignUp', 'userPool.preTokenGeneration']
const fold = (set = false) =>
  renderInSession(
    <Fold label="More" paths={PATHS} set={set}>
      <p>the fields</p>
    </Fold>,
  )
const isOpen = () => screen.queryByText('the fields') !== null
const button = () => screen.getByRole('button', { name: 'More' })

describe('folded fields', () => {
  it('are not in the page until they are wanted', () => {
    fold()
    expect(isOpen()).toBe(false)
    expect(button().getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(button())
    expect(isOpen()).toBe(true)
    fireEvent.click(button())
    expect(isOpen()).toBe(false)
  })

  it('are in the page if one of them has a value', () => {
    fold(true)
    expect(isOpen()).toBe(true)
  })

  it('unfold for a request to show a field inside, not for another', async () => {
    const { focus } = fold().session
    await act(async () => focus.reveal('userPool.name'))
    expect(isOpen()).toBe(false)
    await act(async () => focus.reveal('userPool.preTokenGeneration.handler'))
    expect(isOpen()).toBe(true)
  })
})
