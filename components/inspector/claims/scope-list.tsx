import { Chip } from '@/components/ui/chip'
import { splitScope } from '@/lib/document/split-scope'
import type { Model } from '@/lib/model/model'
import type { ExplainedScope } from '@/lib/token/explain-scopes'
import { visibleText } from '@/lib/token/visible-text'

export interface ScopeListProps {
  readonly scopes: readonly ExplainedScope[]
  readonly model?: Model | undefined
}

/** The token's scopes with their meanings; custom scopes with the number of endpoints they give access to. */
export function ScopeList({ scopes, model }: ScopeListProps) {
  const identifiers = model?.resourceServers.map(({ identifier }) => identifier) ?? []
  const opened = new Map<string, number>()
  for (const endpoint of model?.endpoints ?? [])
    for (const { fullScope } of endpoint.scopes) opened.set(fullScope, (opened.get(fullScope) ?? 0) + 1)
  return (
    <section className="px-4 pt-3 pb-2">
      <h3 className="mb-1 font-semibold">Scopes</h3>
      <ul className="grid gap-0.5">
        {scopes.map(({ fullScope, kind, meaning, undeclared }) => {
          const { prefix, name } =
            kind === 'custom' ? splitScope(fullScope, identifiers) : { prefix: '', name: fullScope }
          const count = opened.get(fullScope) ?? 0
          return (
            <li key={fullScope} className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-0.5">
              <Chip
                kind={undeclared ? 'bad' : kind === 'custom' ? 'on' : 'plain'}
                icon={undeclared ? 'warning' : kind === 'custom' ? 'check' : undefined}
                prefix={visibleText(prefix)}
                title={visibleText(fullScope)}
              >
                {visibleText(name)}
              </Chip>
              <span className={undeclared ? 'text-s text-warning' : 'text-muted-foreground text-s'}>
                {visibleText(meaning.replace(/\.$/, ''))}.{kind !== 'oidc' && model && ` ${accessTo(count)}`}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const accessTo = (count: number) =>
  count === 0
    ? 'No endpoint requires it.'
    : `Gives access to ${count} ${count === 1 ? 'endpoint' : 'endpoints'}.`
