'use client'

import { FieldLinks } from '@/components/fields/field-links'
import { useCompiled, useProblems, useUnfilled } from '@/components/session/hooks'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'

/** Above the output while it is not that of the form: what is shown, what is wrong and what is still to be filled in. */
export default function ProblemsNote() {
  const problems = useProblems()
  const unfilled = useUnfilled()
  const isOlder = useCompiled() !== undefined
  const isWrong = problems.length > 0
  if (problems.length + unfilled.length === 0) return null
  return (
    <div
      className={classes(
        'flex max-h-24 min-h-8 gap-2 overflow-auto border-b px-4 py-2 text-s',
        isWrong ? 'border-destructive-border bg-destructive-soft' : 'border-border bg-background',
      )}
    >
      <Icon
        name={isWrong ? 'error' : 'info'}
        className={isWrong ? 'text-destructive' : 'text-muted-foreground'}
      />
      <p className="min-w-0 break-words">
        <strong className="font-semibold">
          {isOlder ? 'Showing the last valid template.' : 'No template yet.'}
        </strong>{' '}
        {isWrong && (
          <>
            {problems.length === 1 ? '1 problem: ' : `${problems.length} problems: `}
            <FieldLinks errors={problems} />
            {unfilled.length > 0 && '. '}
          </>
        )}
        {unfilled.length > 0 && (
          <>
            Still to fill in: <FieldLinks errors={unfilled} />
          </>
        )}
      </p>
    </div>
  )
}
