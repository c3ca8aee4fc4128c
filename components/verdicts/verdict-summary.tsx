import { Icon } from '@/components/ui/icon'
import type { Verdict } from '@/lib/authorize/verdict'
import type { DecodedToken } from '@/lib/token/decode'
import { headline } from '@/lib/token/headline'

export interface VerdictSummaryProps {
  readonly token: DecodedToken
  readonly verdicts: readonly Verdict[]
}

/** The type of the token and the number of endpoints that accept it, in one line above the verdicts. */
export function VerdictSummary({ token, verdicts }: VerdictSummaryProps) {
  const secured = verdicts.filter(({ code }) => code !== 'NO_AUTH')
  const allowed = secured.filter(verdict => verdict.allowed).length
  const none = secured.length > 0 && allowed === 0
  return (
    <p
      role="status"
      className={`flex items-center gap-2 border-b px-4 py-2 text-s ${
        none ? 'border-destructive-border bg-destructive-soft' : 'border-border bg-background'
      }`}
    >
      <Icon name={none ? 'denied' : 'ok'} className={none ? 'text-destructive' : 'text-success'} />
      <span>
        <strong className="font-semibold">{headline(token)}</strong>
        {secured.length === 0
          ? ': no endpoint requires a token.'
          : `: allowed at ${allowed} of ${secured.length} ${secured.length === 1 ? 'endpoint' : 'endpoints'} with authorization.`}
      </span>
    </p>
  )
}
