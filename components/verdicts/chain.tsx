import { classes } from '@/components/ui/classes'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Check, Remedy, Verdict } from '@/lib/authorize/verdict'
import type { Model } from '@/lib/model/model'
import type { JsonObject } from '@/lib/token/json'
import { LambdaEvent } from './lambda-event'

const OUTCOMES: Readonly<
  Record<Check['outcome'], { readonly icon: IconName; readonly word: string; readonly ink: string }>
> = {
  passed: { icon: 'check', word: 'Passed', ink: 'text-success' },
  failed: { icon: 'cross', word: 'Failed', ink: 'text-destructive' },
  assumed: { icon: 'info', word: 'Assumed', ink: 'text-warning' },
  'not-reached': { icon: 'minus', word: 'Not reached', ink: 'text-muted-foreground' },
}

export interface ChainProps {
  readonly verdict: Verdict
  readonly model: Model | undefined
  /** Claims of the token. */
  readonly claims: JsonObject | undefined
}

/** The checks of the authorizer in order, the response, and the fix; for an allowed call, the event of the function. */
export default function Chain({ verdict, model, claims }: ChainProps) {
  const { checks, response, status, remedy, unverified, message } = verdict
  return (
    <div className="grid gap-2 pr-4 pb-4 pl-10 max-md:pl-4">
      <ol>
        {checks.map(({ name, outcome, detail }) => {
          const { icon, word, ink } = OUTCOMES[outcome]
          const failed = outcome === 'failed'
          return (
            <li key={name} className="grid grid-cols-[20px_108px_minmax(0,1fr)] items-start py-0.5 leading-5">
              <Icon name={icon} size={14} className={classes('mt-[3px]', ink)} />
              <span
                className={
                  failed
                    ? 'font-semibold text-destructive'
                    : outcome === 'not-reached'
                      ? 'text-muted-foreground'
                      : undefined
                }
              >
                <span className="sr-only">{word}: </span>
                {name}
              </span>
              <span
                className={classes(
                  'text-s leading-5 [overflow-wrap:anywhere]',
                  failed ? 'text-secondary-foreground' : 'text-muted-foreground',
                )}
              >
                {detail}
              </span>
            </li>
          )
        })}
      </ol>
      {response ? (
        <div className="mono break-words border-destructive border-l-2 bg-card px-2.5 py-1.5 leading-5 [overflow-wrap:anywhere]">
          <span className="text-destructive">{status}</span> {response.body}
          {Object.entries(response.headers).map(([name, value]) => (
            <div key={name} className="text-muted-foreground">
              {name}: {value}
            </div>
          ))}
        </div>
      ) : (
        <p className="text-secondary-foreground">{message}</p>
      )}
      {response && <Fix remedy={remedy} />}
      {!response && model && <LambdaEvent model={model} endpoint={verdict.endpoint} claims={claims} />}
      {unverified && <p className="text-muted-foreground text-s">Unverified: {unverified}</p>}
    </div>
  )
}

const PARTS = [
  ['tokenRequest', 'In the token request'],
  ['template', 'In the template'],
  ['deployment', 'In the deployment'],
] as const satisfies readonly (readonly [keyof Remedy, string])[]

/** What to change, by where it is changed. */
function Fix({ remedy }: { readonly remedy: Remedy }) {
  const { scope } = remedy
  return (
    <div className="grid gap-1.5 rounded-control border border-border-strong bg-card px-3 pt-2 pb-2.5">
      {PARTS.map(([part, where]) => (
        <div key={part}>
          {(remedy[part] || part === 'template') && (
            <p className="text-secondary-foreground [overflow-wrap:anywhere]">
              {remedy[part] ? (
                <>
                  <strong className="font-semibold text-foreground">{where}</strong>{' '}
                  {sentence(remedy[part], scope)}
                </>
              ) : (
                'No template change needed.'
              )}
            </p>
          )}
          {part === 'tokenRequest' && scope && <ScopeParameter scope={scope} />}
        </div>
      ))}
    </div>
  )
}

/** Omits the parameter, which is shown below with a copy button. */
const sentence = (text: string, scope: string | undefined): string => {
  const short = scope === undefined ? text : text.replace(`: scope=${scope}`, '')
  return short.charAt(0).toLowerCase() + short.slice(1)
}

function ScopeParameter({ scope }: { readonly scope: string }) {
  const scopes = scope.split(' ')
  const added = scopes.at(-1)
  return (
    <div className="mt-1.5 flex min-h-8 items-center gap-2 rounded-control border border-border bg-background py-1 pr-1 pl-2.5">
      <span className="mono min-w-0 flex-1 leading-5 [overflow-wrap:anywhere]">
        scope={scopes.slice(0, -1).join(' ')}{' '}
        <mark className="rounded-[2px] bg-code-changed px-0.5 text-foreground">{added}</mark>
      </span>
      <CopyButton square small look="quiet" label="Copy the scope parameter" text={() => `scope=${scope}`} />
    </div>
  )
}
