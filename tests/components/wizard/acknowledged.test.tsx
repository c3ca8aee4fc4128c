// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { useFindings } from '@/components/session/hooks'
import { Findings } from '@/components/wizard/review/findings-list'
import { example } from '@/lib/document/example'
import { renderInSession } from '../in-session'

const open = { ...example.endpoints[0]!, path: '/health', auth: 'none' as const, scopes: [] }
const document = { ...example, endpoints: [...example.endpoints, open] }
const acknowledged = [{ code: 'PUBLIC_ENDPOINT', at: 'GET /health' }]

function Review() {
  return <Findings findings={useFindings()} disabled={false} />
}

async function reviewOf(spec: object) {
  const { session } = renderInSession(<Review />, spec)
  await act(() => session.engine.load())
  await waitFor(() => expect(session.findings.get().all.length).toBeGreaterThan(0))
  return session
}

const codes = (session: Awaited<ReturnType<typeof reviewOf>>, done: boolean) =>
  session.findings
    .get()
    .all.filter(finding => (finding.acknowledged ?? false) === done)
    .map(({ code }) => code)

afterEach(cleanup)

describe('a finding', () => {
  it('is acknowledged by one click, muted, and reviewed again by another', async () => {
    const session = await reviewOf(document)
    const row = screen.getByText('PUBLIC_ENDPOINT').closest('li')!
    fireEvent.click([...row.querySelectorAll('button')].find(button => button.textContent === 'Acknowledge')!)
    expect(session.form.getValues().acknowledged).toEqual(acknowledged)
    await waitFor(() => expect(codes(session, true)).toEqual(['PUBLIC_ENDPOINT']))
    expect(session.findings.get().at.get('endpoints.1.auth')).toBeUndefined()

    fireEvent.click(await screen.findByRole('button', { name: 'Review again', hidden: true }))
    expect(session.form.getValues().acknowledged).toBeUndefined()
    await waitFor(() => expect(codes(session, false)).toContain('PUBLIC_ENDPOINT'))
  })

  it('that is no more loses its entry at the next edit, and undo brings it back', async () => {
    const session = await reviewOf({ ...document, acknowledged })
    await waitFor(() => expect(codes(session, true)).toEqual(['PUBLIC_ENDPOINT']))
    act(() => session.form.setValue('endpoints.1.auth', 'iam'))
    expect(session.form.getValues().acknowledged).toEqual(acknowledged)
    await waitFor(() => expect(session.findings.get().gone).toEqual(acknowledged))

    act(() => session.form.setValue('service', 'renamed'))
    expect(session.form.getValues().acknowledged).toBeUndefined()
    expect(JSON.parse(session.history.current().text)).not.toHaveProperty('acknowledged')
    act(() => session.undo())
    expect(session.form.getValues()).toMatchObject({ service: example.service, acknowledged })
  })

  it('keeps its entry while the document has errors', async () => {
    const session = await reviewOf({ ...document, acknowledged })
    await waitFor(() => expect(codes(session, true)).toEqual(['PUBLIC_ENDPOINT']))
    act(() => session.form.setValue('service', ''))
    act(() => session.form.setValue('stage', 'prod'))
    expect(session.form.getValues().acknowledged).toEqual(acknowledged)
  })
})
