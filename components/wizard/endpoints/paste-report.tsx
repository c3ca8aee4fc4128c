import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { PastedEndpoints } from '@/lib/paste/pasted-endpoints'

export interface PasteReportProps {
  readonly read: PastedEndpoints
  /** The endpoint that the pasted ones replace. */
  readonly replaced: string | undefined
}

const MAX_SHOWN = 4

/** What a paste is read as, and what is wrong with it. */
export function PasteReport({ read, replaced }: PasteReportProps) {
  const { endpoints, issues, completed } = read
  const count = endpoints.length
  const unscoped = endpoints.filter(
    ({ auth, scopes }) => auth === 'access_token' && scopes.length === 0,
  ).length
  return (
    <>
      {count > 0 && (
        <p className="flex items-center gap-1.5 text-success">
          <Icon name="ok" size={14} />
          {count === 1 ? '1 endpoint read' : `${count} endpoints read`}
        </p>
      )}
      {issues.slice(0, MAX_SHOWN).map(({ line, message }) => (
        <p key={`${line} ${message}`} className="flex gap-1.5 text-destructive">
          <Icon name="error" size={14} className="mt-px" />
          <span className="min-w-0 break-words">
            Line {line}: {message}.
          </span>
        </p>
      ))}
      {issues.length > MAX_SHOWN && <Note>and {issues.length - MAX_SHOWN} more</Note>}
      {count > 0 && replaced !== undefined && (
        <Note>
          Replaces <span className="mono">{replaced}</span>, the placeholder of the new API.
        </Note>
      )}
      {unscoped > 0 && (
        <Note>{unscoped === 1 ? '1 needs a scope' : `${unscoped} need scopes`}: choose them afterwards.</Note>
      )}
      {[...completed].slice(0, MAX_SHOWN).map(([short, full]) => (
        <Note key={short}>
          <span className="mono">{short}</span> becomes <span className="mono">{full}</span>
        </Note>
      ))}
    </>
  )
}

const Note = ({ children }: { readonly children: ReactNode }) => (
  <p className="break-words text-muted-foreground">{children}</p>
)
