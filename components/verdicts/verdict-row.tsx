'use client'

import { lazy, memo, Suspense } from 'react'
import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import { MethodBadge } from '@/components/ui/method-badge'
import { PathText } from '@/components/ui/path-text'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import type { Verdict, VerdictCode } from '@/lib/authorize/verdict'
import type { Model } from '@/lib/model/model'
import type { JsonObject } from '@/lib/token/json'

const Chain = lazy(prefetchAfterLoad(() => import('./chain')))

export interface VerdictRowProps {
  readonly verdict: Verdict
  readonly model: Model | undefined
  readonly claims: JsonObject | undefined
  readonly open: boolean
  /** Opens the row of that endpoint; null closes all rows. */
  readonly onOpen: (id: string | null) => void
}

const REASONS: Readonly<Record<VerdictCode, string>> = {
  ALLOWED: 'Allowed',
  NO_AUTH: 'No authorization',
  TOKEN_MISSING: 'No token',
  TOKEN_MALFORMED: 'Not a JWT',
  ISSUER_MISMATCH: 'Another issuer',
  SIGNATURE_INVALID: 'Signature is not valid',
  TOKEN_EXPIRED: 'Expired',
  TOKEN_NOT_YET_VALID: 'Not valid yet',
  AUDIENCE_MISMATCH: 'For another audience',
  ID_TOKEN_NOT_ACCEPTED: 'Requires an access token',
  ACCESS_TOKEN_NOT_ACCEPTED: 'Requires an ID token',
  REFRESH_TOKEN: 'A refresh token is not accepted',
  SCOPE_MISSING: 'Scope missing',
  IAM_SIGNATURE_REQUIRED: 'AWS signature required',
}

const ICONS: Partial<Readonly<Record<VerdictCode, IconName>>> = {
  NO_AUTH: 'unlocked',
  TOKEN_MISSING: 'locked',
}

/** One endpoint: allowed or denied, the reason, and on demand the checks. */
export const VerdictRow = memo(function VerdictRow({
  verdict,
  model,
  claims,
  open,
  onOpen,
}: VerdictRowProps) {
  const { endpoint, allowed, status, code, via } = verdict
  const panel = `verdict.${endpoint.id}`
  // Before there is a token, every row says 401: that is no fault to draw attention to.
  const tone = allowed
    ? 'text-success'
    : code === 'TOKEN_MISSING'
      ? 'text-muted-foreground'
      : 'text-destructive'
  return (
    <li
      className={classes(
        'border-border border-b',
        open ? 'bg-background' : '[contain-intrinsic-size:auto_49px] [content-visibility:auto]',
      )}
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => onOpen(open ? null : endpoint.id)}
        className="grid min-h-12 w-full grid-cols-[16px_60px_minmax(0,1fr)_auto_14px] items-center gap-2 px-4 py-1.5 hover:bg-accent focus-visible:shadow-[inset_0_0_0_2px_var(--primary)]"
      >
        <Icon name={ICONS[code] ?? (allowed ? 'ok' : 'denied')} className={tone} />
        <MethodBadge method={endpoint.method} />
        <span className="grid min-w-0">
          <PathText path={endpoint.path} />
          <span
            className={classes(
              'truncate text-s',
              allowed ? 'text-muted-foreground' : 'text-secondary-foreground',
            )}
          >
            {via.length > 0 ? (
              <>
                by <span className="mono">{via.join(', ')}</span>
              </>
            ) : (
              REASONS[code]
            )}
          </span>
        </span>
        <span className={classes('whitespace-nowrap font-medium text-s', tone)}>
          <span className="tabular-nums">{status}</span> {allowed ? 'allowed' : 'denied'}
        </span>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} className="text-muted-foreground" />
      </button>
      {open && (
        <div id={panel}>
          <Suspense>
            <Chain verdict={verdict} model={model} claims={claims} />
          </Suspense>
        </div>
      )}
    </li>
  )
})
