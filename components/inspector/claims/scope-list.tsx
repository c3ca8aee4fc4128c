import { Chip } from '@/components/ui/chip'
import type { Model } from '@/lib/model/model'
import type { ExplainedScope } from '@/lib/token/explain-scopes'

export interface ScopeListProps {
  readonly scopes: readonly ExplainedScope[]
  readonly model?: Model
}

/** The token's scopes: those of OpenID Connect, Cognito's own, and those of the spec with what they open. */
export function ScopeList({ scopes, model }: ScopeListProps) {
  const opened = new Map<string, number>()
  for (const endpoint of model?.endpoints ?? [])
    for (const { fullScope } of endpoint.scopes) opened.set(fullScope, (opened.get(fullScope) ?? 0) + 1)
  return (
    <section className="px-4 pt-3 pb-2">
      <h3 className="mb-1 font-semibold">Scopes</h3>
      <ul className="grid gap-0.5">
        {scopes.map(({ fullScope, kind, meaning, undeclared }) => {
          const cut = kind === 'custom' ? fullScope.lastIndexOf('/') + 1 : 0
          const count = opened.get(fullScope) ?? 0
          return (
            <li key={fullScope} className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-0.5">
              <Chip
                kind={undeclared ? 'bad' : kind === 'custom' ? 'on' : 'plain'}
                icon={undeclared ? 'warning' : kind === 'custom' ? 'check' : undefined}
                prefix={fullScope.slice(0, cut)}
                title={fullScope}
              >
                {fullScope.slice(cut)}
              </Chip>
              <span className={undeclared ? 'text-s text-warn' : 'text-fg-3 text-s'}>
                {meaning.replace(/\.$/, '')}.{kind !== 'oidc' && model && ` ${opens(count)}`}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const opens = (count: number) =>
  count === 0 ? 'Opens nothing.' : `Opens ${count} ${count === 1 ? 'endpoint' : 'endpoints'}.`
