'use client'

import { Icon } from '@/components/ui/icon'
import type { ExplainedClaim } from '@/lib/token/explain-claims'
import { relativeTime } from '@/lib/token/relative-time'
import { useNow } from '../clock'

export interface ClaimTableProps {
  readonly title: string
  readonly claims: readonly ExplainedClaim[]
}

/** The header parameters or claims in the token's order: name, value, meaning and source. */
export function ClaimTable({ title, claims }: ClaimTableProps) {
  return (
    <section className="border-border border-t px-4 pt-3 first:border-t-0">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <dl>
        {claims.map(claim => (
          <Claim key={claim.name} claim={claim} />
        ))}
      </dl>
    </section>
  )
}

function Claim({ claim: { name, value, known, time } }: { readonly claim: ExplainedClaim }) {
  return (
    <div className="grid grid-cols-[minmax(88px,auto)_minmax(0,1fr)] gap-3 border-border border-t py-1.5 first:border-t-0 @container">
      <dt className="mono w-30 break-words text-secondary-foreground leading-5 [overflow-wrap:anywhere]">
        {name}
      </dt>
      <dd>
        <div className="flex items-baseline gap-2">
          <span className="mono min-w-0 flex-1 break-words leading-5 [overflow-wrap:anywhere]">{value}</span>
          {time !== undefined && <Relative time={time} />}
        </div>
        <p className="text-muted-foreground text-s">
          {time !== undefined && <LocalTime time={time} />}
          {known ? <Meaning name={name} known={known} /> : 'Not a claim that Cognito issues by itself.'}
        </p>
      </dd>
    </div>
  )
}

interface MeaningProps {
  readonly name: string
  readonly known: NonNullable<ExplainedClaim['known']>
}

/** Its last word and the link to the source stay on one line. */
function Meaning({ name, known: { meaning, source } }: MeaningProps) {
  const lastWord = meaning.lastIndexOf(' ') + 1
  return (
    <>
      {meaning.slice(0, lastWord)}
      <span className="whitespace-nowrap">
        {meaning.slice(lastWord)}{' '}
        <a
          href={source.url}
          target="_blank"
          rel="noreferrer"
          title={source.title}
          className="inline-block align-[-2px] hover:text-primary"
        >
          <Icon name="external" size={12} />
          <span className="sr-only">
            Source for {name}: {source.title}
          </span>
        </a>
      </span>
    </>
  )
}

function Relative({ time }: { readonly time: number }) {
  const now = useNow()
  if (now === undefined) return null
  return (
    <span className="whitespace-nowrap text-secondary-foreground text-s tabular-nums">
      {relativeTime(time, now)}
    </span>
  )
}

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** The local date and time; nothing for a number that is not a valid date. */
function LocalTime({ time }: { readonly time: number }) {
  const date = new Date(time * 1000)
  if (Number.isNaN(date.getTime())) return null
  return (
    <>
      <time dateTime={date.toISOString()}>{format.format(date)}</time> your time.{' '}
    </>
  )
}
