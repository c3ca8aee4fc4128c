import { useMemo } from 'react'
import { Callout } from '@/components/ui/callout'
import type { Verdict } from '@/lib/authorize/verdict'
import { explain, NOT_RECOGNIZED } from '@/lib/explain/explain'
import { ComparedVerdict, ReceivedAnswer } from './received-answer'

export interface ReceivedResultsProps {
  readonly response: string
  readonly status: number | undefined
  readonly api: 'rest' | 'http' | undefined
  /** Verdict of the endpoint that was called, if there is a token. */
  readonly verdict: Verdict | undefined
  readonly onShow: () => void
}

/** Explains a response, and compares it with the verdict of the endpoint. */
export default function ReceivedResults({ response, status, api, verdict, onShow }: ReceivedResultsProps) {
  const explanation = useMemo(
    () => explain(response, { ...(api && { api }), ...(status !== undefined && { status }) }),
    [response, status, api],
  )
  const { answers, recognized, status: seen } = explanation
  return (
    <>
      {seen !== null && seen < 300 ? (
        <Callout tone="ok" className="mt-2">
          The request was allowed.
        </Callout>
      ) : recognized ? (
        answers.map(answer => <ReceivedAnswer key={answer.code} answer={answer} />)
      ) : (
        <Callout className="mt-2">{NOT_RECOGNIZED}</Callout>
      )}
      {verdict && <ComparedVerdict verdict={verdict} explanation={explanation} onShow={onShow} />}
    </>
  )
}
