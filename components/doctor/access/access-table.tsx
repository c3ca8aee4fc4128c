'use client'

import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import { MethodBadge } from '@/components/ui/method-badge'
import { PathText } from '@/components/ui/path-text'
import type { AccessRow } from '@/lib/doctor/access-matrix'
import type { Callers } from '@/lib/doctor/who-can-call'
import { isOld, useDoctorState } from '../use-doctor'

/** Endpoints of the chosen API, and which client can get a token that they accept. */
export function AccessTable() {
  const examination = useDoctorState(state => state.examination)
  const isOutdated = useDoctorState(isOld)
  if (!examination) return null
  const { report, who, chosen } = examination
  const rows = report.access
    .map((row, i) => ({ row, who: who.endpoints[i] }))
    .filter(({ row }) => row.api === null || row.api === chosen)
  const clients = rows[0]?.row.clients ?? []
  if (rows.length === 0)
    return <p className="p-4 text-muted-foreground">These files show no endpoint of an API.</p>
  return (
    <table className={classes('w-full border-separate border-spacing-0', isOutdated && 'opacity-60')}>
      <caption className="sr-only">
        Endpoints, and the clients that can call them with an access token
      </caption>
      <thead>
        <tr className="h-7 bg-background text-left text-muted-foreground text-s">
          <th scope="col" className="sticky left-0 z-10 bg-background pl-4 font-normal">
            Endpoint
          </th>
          {clients.map(({ id }, i) => (
            <th key={id} scope="col" className="px-3 py-1 font-normal">
              <span className="mono inline-block max-w-44 break-words">{id}</span>
              {who.clients[i] && (
                <span className="ml-2 whitespace-nowrap text-warning max-md:ml-0 max-md:block">
                  {who.clients[i]}
                </span>
              )}
            </th>
          ))}
          {clients.length === 0 && (
            <th scope="col" className="px-3 font-normal">
              Access
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, who }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows of different conditions may have one name
          <Row key={`${row.endpoint} ${i}`} row={row} who={who} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly row: AccessRow
  readonly who: Callers | undefined
}

function Row({ row: { endpoint, authorization, clients }, who }: RowProps) {
  const [method = '', path] = endpoint.split(/ (.*)/)
  const isByClient = authorization === 'cognito' || authorization === 'jwt'
  const isUnreachable = isByClient && clients.length > 0 && clients.every(({ allowed }) => allowed === false)
  const tint = isUnreachable ? 'bg-warning-soft' : 'bg-card'
  return (
    <tr className={classes('h-9', tint)}>
      <th
        scope="row"
        className={classes('sticky left-0 z-10 border-border border-t py-1 pl-4 text-left font-normal', tint)}
      >
        <span className="flex items-center gap-2.5">
          {path === undefined ? <span className="mono">{method}</span> : <MethodBadge method={method} />}
          {path !== undefined && (
            <span className="mono max-w-80 truncate max-md:max-w-36" title={path}>
              <PathText path={path} />
            </span>
          )}
        </span>
      </th>
      {who !== undefined ? (
        <td colSpan={Math.max(1, clients.length)} className="border-border border-t px-3 text-s">
          <Mark icon={who === 'no token required' ? 'unlocked' : 'info'} ink="text-muted-foreground">
            {who}
          </Mark>
        </td>
      ) : (
        clients.map(({ id, allowed }) => (
          <td key={id} className="whitespace-nowrap border-border border-t px-3 text-s">
            {allowed === null ? (
              <Mark icon="info" ink="text-muted-foreground">
                undecided
              </Mark>
            ) : allowed ? (
              <Mark icon="check" ink="text-success">
                yes
              </Mark>
            ) : (
              <Mark icon="minus" ink={isUnreachable ? 'text-warning' : 'text-muted-foreground'}>
                no
              </Mark>
            )}
          </td>
        ))
      )}
    </tr>
  )
}

interface MarkProps {
  readonly icon: IconName
  readonly ink: string
  readonly children: string
}

function Mark({ icon, ink, children }: MarkProps) {
  return (
    <span className={classes('flex items-center gap-1.5', ink)}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  )
}
