import type { Answer, AnswerCode } from './answer'
import { authorizerAnswers } from './answers/authorizer'
import { clientAnswers } from './answers/client'
import { cognitoAnswers } from './answers/cognito'
import { deploymentAnswers } from './answers/deployment'
import { gatewayAnswers } from './answers/gateway'
import { signedRequestAnswer } from './answers/signed-request'
import { userPoolAnswers } from './answers/user-pool'
import { type ReceivedResponse, readResponse } from './read-response'
import { meaningsOf } from './rules'

/** What is known about a response besides its text. */
export interface ExplainOptions {
  /** The type of API that was called, if known. */
  readonly api?: 'rest' | 'http'
  /** The status of the response, if it is known apart from the text. */
  readonly status?: number
}

/** What a response means. */
export interface Explanation {
  readonly recognized: boolean
  /** The status that was given or that the text names; null if there is none. */
  readonly status: number | null
  /** Most likely first; one if it is certain; empty if the response is not recognized. */
  readonly answers: readonly Answer[]
}

const ANSWERS = {
  ...authorizerAnswers,
  ...gatewayAnswers,
  ...clientAnswers,
  ...cognitoAnswers,
  ...userPoolAnswers,
  ...deploymentAnswers,
}

/** What the page and the command line say about a response that is not recognized. */
export const NOT_RECOGNIZED =
  'This is not a known API Gateway or Cognito response. It may come from your function or a proxy, or be a response that is not known here.'

/**
 * Explains a response from what people have of it: status line, headers, body, `curl -i` or `curl -v` output, a line of
 * a browser console, of a client library or of a log, a redirect URL.
 *
 * @param text Any text. Only the first 20,000 characters count.
 * @returns The explanation; a response that is not recognized has no answers, and is not an error.
 */
export function explain(text: string, options: ExplainOptions = {}): Explanation {
  const read = readResponse(text)
  const response: ReceivedResponse = { ...read, ...options }
  const answers = meaningsOf(response).map(({ code, from }) => answerOf(code, response, from))
  return { recognized: answers.length > 0, status: response.status ?? null, answers }
}

function answerOf(code: AnswerCode, response: ReceivedResponse, from?: Answer['from']): Answer {
  const answer: Omit<Answer, 'code'> = ANSWERS[code]
  const scopes = code === 'HTTP_INSUFFICIENT_SCOPE' ? requiredScopes(response) : undefined
  return {
    code,
    ...answer,
    ...(code === 'SIGV4_EXPECTED' && signedRequestAnswer(response)),
    ...(from && { from }),
    ...(scopes && { causes: [`The route requires one of: ${scopes}.`, ...answer.causes] }),
  }
}

const requiredScopes = ({ text }: ReceivedResponse): string | undefined =>
  (/expected scopes: \[([^\]]{1,2000})\]/i.exec(text) ?? /\bscope="([^"]{1,2000})"/i.exec(text))?.[1]
