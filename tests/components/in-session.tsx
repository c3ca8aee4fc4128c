import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { type Session, SessionProvider, useSession } from '@/components/session/session'

/** Renders views inside a session of their own, on a document as the browser would have kept it. */
export function renderInSession(children: ReactNode, document?: unknown) {
  cleanup()
  localStorage.clear()
  if (document !== undefined) localStorage.setItem('cognito-scope-wizard.spec', JSON.stringify(document))
  let session: Session | undefined
  function Reader() {
    session = useSession()
    return null
  }
  const view = render(
    <SessionProvider>
      <Reader />
      {children}
    </SessionProvider>,
  )
  if (!session) throw new Error('the session was not rendered')
  return { ...view, session: session as Session }
}
