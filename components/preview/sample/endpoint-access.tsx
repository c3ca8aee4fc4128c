import { memo } from 'react'
import { Icon } from '@/components/ui/icon'
import { PathText } from '@/components/ui/path-text'
import type { Verdict } from '@/lib/authorize/verdict'
import { verdictWord } from './sample-request'

/** Which endpoints the sample token gives access to, and what is missing for the others. */
export function EndpointAccess({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const opened = verdicts.filter(({ allowed }) => allowed).length
  return (
    <>
      <h3 className="mb-1 text-muted-foreground text-s">
        Allowed at {opened} of {verdicts.length} {verdicts.length === 1 ? 'endpoint' : 'endpoints'}
      </h3>
      <ul>
        {verdicts.map(verdict => {
          const { code, allowed, endpoint, message } = verdict
          return (
            <Row
              key={endpoint.id}
              icon={code === 'NO_AUTH' ? 'unlocked' : allowed ? 'ok' : 'denied'}
              allowed={allowed}
              method={endpoint.method}
              path={endpoint.path}
              word={verdictWord(verdict)}
              message={message}
            />
          )
        })}
      </ul>
    </>
  )
}

interface RowProps {
  readonly icon: 'unlocked' | 'ok' | 'denied'
  readonly allowed: boolean
  readonly method: string
  readonly path: string
  readonly word: string
  readonly message: string
}

const Row = memo(function Row({ icon, allowed, method, path, word, message }: RowProps) {
  return (
    <li
      title={message}
      className="flex h-6 items-center gap-2 [contain-intrinsic-size:auto_24px] [content-visibility:auto]"
    >
      <Icon name={icon} size={14} className={allowed ? 'text-success' : 'text-destructive'} />
      <span className="sr-only">{allowed ? 'Allowed: ' : 'Denied: '}</span>
      <span className="mono w-12 shrink-0 text-secondary-foreground">{method}</span>
      <PathText path={path} className="min-w-0 flex-1" />
      <span
        className={
          allowed
            ? 'max-w-[50%] truncate text-muted-foreground text-s'
            : 'max-w-[50%] truncate text-destructive text-s'
        }
      >
        {word}
      </span>
    </li>
  )
})
