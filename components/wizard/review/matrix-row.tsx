import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import { MethodBadge } from '@/components/ui/method-badge'
import { PathText } from '@/components/ui/path-text'
import type { Access, MatrixRow as Row } from '@/lib/authorize/access-matrix'

const short = (scope: string) => scope.slice(scope.lastIndexOf('/') + 1)

/** One endpoint, and how each client can call it. */
export function MatrixRow({ row, http }: { readonly row: Row; readonly http: boolean }) {
  const { endpoint, cells, reachable } = row
  const wanted = endpoint.scopes.map(({ fullScope }) => short(fullScope))
  const tint = reachable ? 'bg-card' : 'bg-warning-soft'
  return (
    <tr className={classes('h-9', tint)}>
      <th
        scope="row"
        className={classes('sticky left-0 z-10 border-border border-t py-1 pl-3 text-left font-normal', tint)}
      >
        <span className="flex items-center gap-2.5">
          <MethodBadge method={endpoint.method} />
          <PathText path={endpoint.path} className="max-w-80 max-md:max-w-36" />
        </span>
      </th>
      {reachable ? (
        cells.map((access, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
          <td key={index} className="whitespace-nowrap border-border border-t px-3 text-s">
            <Cell access={access} http={http} />
          </td>
        ))
      ) : (
        <td colSpan={Math.max(1, cells.length)} className="border-border border-t px-3 text-s text-warning">
          <Mark icon="warning">
            {endpoint.auth === 'id_token' ? 'No client gets an ID token' : 'No client can get '}
            {endpoint.auth !== 'id_token' && <span className="mono">{wanted.join(', ')}</span>}
          </Mark>
        </td>
      )}
    </tr>
  )
}

function Cell({ access, http }: { readonly access: Access; readonly http: boolean }) {
  switch (access.by) {
    case 'scope':
      return (
        <Mark icon="check" className="text-success" title={access.scopes.join('\n')}>
          <span className="mono">{short(access.scopes[0] ?? '')}</span>
          {access.scopes.length > 1 && ` +${access.scopes.length - 1}`}
        </Mark>
      )
    case 'id-token':
      return <Mark icon="person">ID token</Mark>
    case 'any-token':
      return <Mark icon="check">any token</Mark>
    case 'iam':
      return (
        <Mark icon="locked" className="text-secondary-foreground">
          AWS signature
        </Mark>
      )
    case 'no-auth':
      return (
        <Mark icon="unlocked" className="text-secondary-foreground">
          public
        </Mark>
      )
    case 'none':
      return (
        <Mark icon="minus" className="text-muted-foreground" title={access.reason}>
          {http ? '403' : '401'}
          <span className="sr-only"> {access.reason}</span>
        </Mark>
      )
  }
}

interface MarkProps {
  readonly icon: IconName
  readonly className?: string
  readonly title?: string
  readonly children: ReactNode
}

function Mark({ icon, className, title, children }: MarkProps) {
  return (
    <span title={title} className={classes('inline-flex items-center gap-1.5 align-middle', className)}>
      <Icon name={icon} size={14} />
      <span>{children}</span>
    </span>
  )
}
