import { useMemo } from 'react'
import { classes } from '@/components/ui/classes'
import type { FileChange } from '../change-text'
import { type SignedLine, signedLines } from './signed-lines'

/** A change as lines with `-` and `+`, which can be read without the editor. */
export function ChangeLines({ changes }: { readonly changes: readonly FileChange[] }) {
  return (
    <div className="grid gap-2">
      {changes.map(change => (
        <File key={change.path} {...change} isAlone={changes.length === 1} />
      ))}
    </div>
  )
}

function File({ path, before, after, isAlone }: FileChange & { readonly isAlone: boolean }) {
  const lines = useMemo(() => signedLines(before, after), [before, after])
  return (
    <figure
      aria-label={`Change of ${path}`}
      className="overflow-hidden rounded-control border border-border-strong bg-card"
    >
      {!isAlone && (
        <figcaption className="mono border-border border-b bg-background px-2.5 py-1 text-muted-foreground">
          {path}
        </figcaption>
      )}
      <ol
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        aria-label="Changed lines"
        className="mono scrollbar-quiet overflow-x-auto py-1 leading-(--l-code) focus-visible:shadow-[inset_0_0_0_2px_var(--primary)]"
      >
        {lines.map(line => (
          <Line key={`${line.sign}${line.number}`} {...line} />
        ))}
      </ol>
    </figure>
  )
}

function Line({ sign, number, text }: SignedLine) {
  const isAdded = sign === '+'
  return (
    <li
      className={classes(
        'flex w-max min-w-full whitespace-pre pr-2.5',
        isAdded ? 'bg-success-soft' : 'bg-destructive-soft',
      )}
    >
      <span className="w-10 shrink-0 select-none pr-2 text-right text-muted-foreground tabular-nums">
        {number}
      </span>
      <span className={classes('w-4 shrink-0', isAdded ? 'text-success' : 'text-destructive')}>{sign}</span>
      <span className="text-foreground">{text}</span>
    </li>
  )
}
