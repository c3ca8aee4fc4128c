// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SdkSignIn } from '@/components/wizard/clients/sdk-sign-in'
import { compile } from '@/lib/compile'
import { example } from '@/lib/document/example'
import { renderInSession } from '../in-session'

const FOLD = 'SDK sign-in and refresh tokens'

function unfolded(client: object = {}, machine = false) {
  const clients = [{ ...example.clients[0]!, ...client }]
  const { session } = renderInSession(<SdkSignIn index={0} machine={machine} />, { ...example, clients })
  const fold = screen.getByRole('button', { name: FOLD })
  if (fold.getAttribute('aria-expanded') === 'false') fireEvent.click(fold)
  return { session, client: () => session.form.getValues().clients[0]! }
}

afterEach(cleanup)

describe('the SDK flows of a client', () => {
  it("begin as Cognito's own when a list is chosen, and go back to none", () => {
    const { client } = unfolded()
    fireEvent.click(screen.getByRole('button', { name: 'Choose flows' }))
    expect([...(client().explicitAuthFlows ?? [])].sort()).toEqual([
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
      'ALLOW_USER_SRP_AUTH',
    ])
    fireEvent.click(screen.getByRole('checkbox', { name: 'CUSTOM_AUTH' }))
    expect(client().explicitAuthFlows).not.toContain('ALLOW_CUSTOM_AUTH')
    fireEvent.click(screen.getByRole('button', { name: 'Use Cognito defaults' }))
    expect(client().explicitAuthFlows).toBeUndefined()
  })
})

describe('refresh token rotation', () => {
  it('is switched on with flows that Cognito accepts, in one step of undo', () => {
    const { session, client } = unfolded()
    fireEvent.click(screen.getByRole('button', { name: 'Rotate refresh tokens' }))
    expect(client()).toMatchObject({ refreshTokenRotation: { retryGracePeriodSeconds: 10 } })
    expect(client().explicitAuthFlows).not.toContain('ALLOW_REFRESH_TOKEN_AUTH')
    expect(compile(session.form.getValues()).ok).toBe(true)
    act(() => session.undo())
    expect(client().refreshTokenRotation).toBeUndefined()
    expect(client().explicitAuthFlows).toBeUndefined()
  })

  it('keeps the other flows of a list', () => {
    const { client } = unfolded({ explicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] })
    fireEvent.click(screen.getByRole('button', { name: 'Rotate refresh tokens' }))
    expect(client().explicitAuthFlows).toEqual(['ALLOW_USER_AUTH'])
  })

  it('lists the other default flows where the list had only the one that refreshes', () => {
    const { session, client } = unfolded({ explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] })
    fireEvent.click(screen.getByRole('button', { name: 'Rotate refresh tokens' }))
    expect(client().explicitAuthFlows).toEqual(['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'])
    expect(compile(session.form.getValues()).ok).toBe(true)
  })

  it('shows the error of a grace period that Cognito refuses, and is switched off', async () => {
    const { session, client } = unfolded({
      explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      refreshTokenRotation: { retryGracePeriodSeconds: 61 },
    })
    await act(() => session.engine.load())
    await waitFor(() => expect(document.body.textContent).toMatch(/60/))
    expect(session.engine.get().errors.map(({ path }) => path)).toEqual([
      'clients.0.refreshTokenRotation.retryGracePeriodSeconds',
    ])
    fireEvent.click(screen.getByRole('button', { name: 'Do not rotate' }))
    expect(client().refreshTokenRotation).toBeUndefined()
  })

  it('is not offered to a machine, but can be removed from one', () => {
    unfolded({}, true)
    expect(screen.queryByRole('button', { name: 'Rotate refresh tokens' })).toBeNull()
    unfolded({ refreshTokenRotation: { retryGracePeriodSeconds: 0 } }, true)
    expect(screen.getByRole('button', { name: 'Do not rotate' })).toBeTruthy()
  })
})
