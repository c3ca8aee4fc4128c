// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import SignInFold from '@/components/wizard/pool/sign-in-fold'
import { example } from '@/lib/document/example'
import { renderInSession } from '../in-session'

const FOLD = 'Sign-up, sign-in and token trigger'
const pool = { ...example.userPool, preTokenGeneration: { handler: 'src/claims.handler', version: 'V2_0' } }

function unfolded(spec: object = example) {
  const { session } = renderInSession(<SignInFold />, spec)
  const fold = screen.getByRole('button', { name: FOLD })
  if (fold.getAttribute('aria-expanded') === 'false') fireEvent.click(fold)
  const poolNow = () => session.form.getValues().userPool as Readonly<Record<string, unknown>>
  return { session, poolNow }
}

afterEach(cleanup)

describe('how users register and sign in', () => {
  it('is off by default, and each field is written where it belongs', () => {
    const { poolNow } = unfolded()
    fireEvent.click(screen.getByRole('switch'))
    expect(poolNow().selfSignUp).toBe(true)
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'required' } })
    expect(poolNow().mfa).toBe('required')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Email address' }))
    fireEvent.click(screen.getByRole('checkbox', { name: 'Phone number' }))
    expect(poolNow().usernameAttributes).toEqual(['email', 'phone_number'])
    fireEvent.click(screen.getByRole('checkbox', { name: 'Email address' }))
    expect(poolNow().usernameAttributes).toEqual(['phone_number'])
  })

  it('says next to the user names that they cannot change later', () => {
    unfolded()
    expect(document.body.textContent).toMatch(/cannot be changed|immutable/i)
  })

  it('unfolds by itself when one of the fields is set', () => {
    renderInSession(<SignInFold />, { ...example, userPool: { ...example.userPool, mfa: 'optional' } })
    expect(screen.getByRole('button', { name: FOLD }).getAttribute('aria-expanded')).toBe('true')
  })
})

describe('the trigger', () => {
  it('is added with a handler and the version for users, and removed again', () => {
    const { poolNow } = unfolded()
    fireEvent.click(screen.getByRole('button', { name: 'Add a trigger' }))
    expect(poolNow().preTokenGeneration).toEqual(pool.preTokenGeneration)
    fireEvent.click(screen.getByRole('button', { name: 'Remove the trigger' }))
    expect(poolNow().preTokenGeneration).toBeUndefined()
  })

  it('takes another handler and version', () => {
    const { poolNow } = unfolded({ ...example, userPool: pool })
    fireEvent.change(screen.getByDisplayValue('src/claims.handler'), { target: { value: 'src/token.add' } })
    fireEvent.change(screen.getByDisplayValue('V2_0: users'), { target: { value: 'V3_0' } })
    expect(poolNow().preTokenGeneration).toEqual({ handler: 'src/token.add', version: 'V3_0' })
  })

  it('shows the error of a handler that is not one', async () => {
    const { session } = unfolded({ ...example, userPool: pool })
    fireEvent.change(screen.getByDisplayValue('src/claims.handler'), { target: { value: 'claims' } })
    await act(() => session.engine.load())
    const path = 'userPool.preTokenGeneration.handler'
    await waitFor(() => expect(screen.getByDisplayValue('claims').getAttribute('aria-invalid')).toBe('true'))
    expect(session.engine.get().errors.some(error => error.path === path)).toBe(true)
  })
})
