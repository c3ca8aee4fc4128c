'use client'

import { Component, type ReactNode, useEffect } from 'react'
import { useStore } from '@/components/ui/store'
import { isChunkError, reloadForNewVersion } from './chunk-error'
import { RecoveryActions } from './recovery-actions'
import { type Session, useSession } from './session'

export interface PanelBoundaryProps {
  /** What the panel is called: `The form`. */
  readonly name: string
  /** The page may reload by itself to get a chunk of a new version: nothing in it would be lost. */
  readonly reloads?: boolean
  readonly children: ReactNode
}

/** Shows recovery actions in place of a panel that failed, so that the rest of the page keeps working. */
export function PanelBoundary(props: PanelBoundaryProps) {
  const session = useSession()
  // Undo, or another document, may be what the panel needs.
  const version = useStore(session.history)
  return <Boundary {...props} session={session} version={version} />
}

interface BoundaryProps extends PanelBoundaryProps {
  readonly session: Session
  readonly version: unknown
}

class Boundary extends Component<BoundaryProps, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') }
  }

  override componentDidUpdate({ version }: BoundaryProps) {
    if (this.state.error !== undefined && version !== this.props.version) this.setState({ error: undefined })
  }

  override render() {
    const { error } = this.state
    const { name, reloads = false, session, children } = this.props
    if (error === undefined) return children
    if (isChunkError(error)) return <NewVersion session={session} reloads={reloads} />
    return (
      <section
        role="alert"
        className="grid flex-1 content-center justify-items-center gap-3 overflow-auto p-6 text-center"
      >
        <h2 className="font-semibold text-l">{name} could not be shown</h2>
        <p className="max-w-[60ch] text-secondary-foreground">
          This is a bug on our side. Your document is still saved in this browser.
        </p>
        <RecoveryActions onRetry={() => this.setState({ error: undefined })} />
      </section>
    )
  }
}

/** A part of the page is missing on the server: a new version was published, or there is no connection. */
function NewVersion({ session, reloads }: { readonly session: Session; readonly reloads: boolean }) {
  useEffect(() => {
    session.autosave.flush()
    if (reloads) void reloadForNewVersion()
  }, [session, reloads])
  return (
    <section
      role="alert"
      className="grid flex-1 content-center justify-items-center gap-3 overflow-auto p-6 text-center"
    >
      <h2 className="font-semibold text-l">This part of the page could not be fetched</h2>
      <p className="max-w-[60ch] text-secondary-foreground">
        There is a new version, or no connection. Your document is saved: reload to go on.
      </p>
      <RecoveryActions />
    </section>
  )
}
