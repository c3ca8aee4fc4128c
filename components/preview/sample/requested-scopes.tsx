import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'

export interface RequestedScopesProps {
  readonly scopes: readonly string[]
  readonly without: ReadonlySet<string>
  readonly onToggle: (scope: string) => void
}

/** The scopes a client can request, as chips that switch on and off. */
export function RequestedScopes({ scopes, without, onToggle }: RequestedScopesProps) {
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-1 px-4 pb-2">
      <legend className="float-left mr-1 text-muted-foreground text-s">Asks for</legend>
      {scopes.map(scope => {
        const on = !without.has(scope)
        const cut = scope.lastIndexOf('/') + 1
        return (
          <label
            key={scope}
            className={classes(
              'relative inline-flex h-6 max-w-full cursor-pointer items-center gap-1 whitespace-nowrap rounded-chip border px-1.5 font-mono text-code has-focus-visible:shadow-(--ring) max-md:h-8',
              on
                ? 'border-primary-border bg-primary-soft'
                : 'border-border-strong border-dashed text-muted-foreground',
            )}
          >
            <input
              type="checkbox"
              checked={on}
              onChange={() => onToggle(scope)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <Icon name={on ? 'check' : 'plus'} size={12} className={on ? 'text-primary' : undefined} />
            <span className="flex min-w-0 *:py-1" title={scope}>
              <span className={classes('min-w-0 truncate', on && 'text-secondary-foreground')}>
                {scope.slice(0, cut)}
              </span>
              <span className="max-w-full shrink-0 truncate">{scope.slice(cut)}</span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
