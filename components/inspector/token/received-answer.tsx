import Link from 'next/link'
import { Callout } from '@/components/ui/callout'
import type { Verdict } from '@/lib/authorize/verdict'
import type { Answer } from '@/lib/explain/answer'
import type { Explanation } from '@/lib/explain/explain'

const SENDERS: Readonly<Record<Answer['from'], string>> = {
  'gateway-authorizer': 'Sent by the authorizer',
  gateway: 'Sent by API Gateway, not by the authorizer',
  cognito: 'Sent by Cognito',
  browser: 'Shown by the client in place of the response',
  'client-code': 'Written by a library or tool, not by AWS',
  'load-balancer': 'Sent by a load balancer',
}

/** One meaning of a response: who sent it, its causes and the fix. */
export function ReceivedAnswer({ answer }: { readonly answer: Answer }) {
  const { from, title, causes, fix, source, wording } = answer
  return (
    <Callout tone="warn" className="mt-2">
      <p>
        <strong className="font-semibold">{title}.</strong> {SENDERS[from]}.
      </p>
      <ul className="my-1 list-disc pl-4 [overflow-wrap:anywhere]">
        {causes.map(cause => (
          <li key={cause}>{cause}</li>
        ))}
      </ul>
      <p>
        <strong className="font-semibold">Fix:</strong> {fix}{' '}
        {source && (
          <a href={source} target="_blank" rel="noreferrer" className="link">
            Source
          </a>
        )}
      </p>
      {wording === 'general' && (
        <p className="mt-1 text-muted-foreground">The wording of this response is not documented.</p>
      )}
    </Callout>
  )
}

export interface ComparedVerdictProps {
  readonly verdict: Verdict
  readonly explanation: Explanation
  readonly onShow: () => void
}

/** Compares the response with what this token should get at the endpoint by the spec. */
export function ComparedVerdict({ verdict, explanation, onShow }: ComparedVerdictProps) {
  const isAuthorizer = explanation.answers.some(({ from }) => from === 'gateway-authorizer')
  const { status } = explanation
  const matches = !verdict.allowed && isAuthorizer && (status === null || status === verdict.status)
  const differs = verdict.allowed && isAuthorizer
  if (!matches && !differs) return null
  return (
    <Callout tone={matches ? 'ok' : 'err'} className="mt-2">
      {matches ? (
        `This matches the spec: ${verdict.message}`
      ) : (
        <>
          According to this spec the token is allowed there, so the deployed API must differ from it. Deploy
          the API again. To see what differs, open its template or a snapshot of it in the{' '}
          <Link href="/doctor/" prefetch={false} className="link">
            doctor
          </Link>
          .
        </>
      )}{' '}
      <button type="button" className="link" onClick={onShow}>
        Show the checks
      </button>
    </Callout>
  )
}
