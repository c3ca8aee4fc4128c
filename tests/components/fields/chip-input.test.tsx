// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { ChipInput } from '@/components/fields/chip-input'

const KNOWN = ['orders/read', 'orders/write', 'openid']

function Scopes({ initial = [] }: { readonly initial?: readonly string[] }) {
  const [values, setValues] = useState(initial)
  return (
    <ChipInput
      control={{
        id: 'scopes',
        'data-field': 'scopes',
        ref: () => {},
        'aria-invalid': false,
        'aria-describedby': 'note',
      }}
      values={values}
      onChange={setValues}
      read={text => [text.trim()]}
      look={name => ({ kind: 'plain', name })}
      suggest={text =>
        KNOWN.filter(name => name.includes(text) && !values.includes(name)).map(name => ({
          value: name,
          name,
        }))
      }
    />
  )
}

afterEach(cleanup)
const input = () => screen.getByRole('combobox')
const chips = () => screen.queryAllByRole('button').map(button => button.getAttribute('aria-label'))
const options = () => screen.queryAllByRole('option').map(option => option.textContent)

describe('the chip input', () => {
  it('adds what is typed, by Enter, comma, space and leaving', async () => {
    const user = userEvent.setup()
    render(<Scopes />)
    await user.type(input(), 'one{Enter}two,three four')
    await user.tab()
    expect(chips()).toEqual(['Remove one', 'Remove two', 'Remove three', 'Remove four'])
  })

  it('completes a beginning with the first suggestion, and leaves a whole value as it is', async () => {
    const user = userEvent.setup()
    render(<Scopes />)
    await user.type(input(), 'orders/w{Enter}openid{Enter}')
    expect(chips()).toEqual(['Remove orders/write', 'Remove openid'])
  })

  it('moves through the suggestions by arrow keys, and closes them by Escape', async () => {
    const user = userEvent.setup()
    render(<Scopes />)
    await user.click(input())
    expect(options()).toEqual(KNOWN)
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(input().getAttribute('aria-activedescendant')).toMatch(/\.1$/)
    await user.keyboard('{Enter}')
    expect(chips()).toEqual(['Remove orders/write'])
    await user.keyboard('{ArrowDown}')
    expect(options()).toEqual(['orders/read', 'openid'])
    await user.keyboard('{Escape}')
    expect(options()).toEqual([])
  })

  it('takes several at once from the clipboard, each once', async () => {
    const user = userEvent.setup()
    render(<Scopes initial={['a']} />)
    await user.click(input())
    await user.paste('a, b\nc b')
    expect(chips()).toEqual(['Remove a', 'Remove b', 'Remove c'])
  })

  it('removes the last one by Backspace, any one by its button, and keeps focus', async () => {
    const user = userEvent.setup()
    render(<Scopes initial={['a', 'b', 'c']} />)
    await user.click(input())
    await user.keyboard('{Backspace}')
    expect(chips()).toEqual(['Remove a', 'Remove b'])
    await user.click(screen.getByRole('button', { name: 'Remove a' }))
    expect(chips()).toEqual(['Remove b'])
    expect(document.activeElement).toBe(input())
  })
})
