import { changeOf } from '../deployed/access'
import { whole } from '../deployed/compare'
import type { Endpoint } from '../deployed/deployed'
import { asText, leavesOf } from '../deployed/questions'
import type { Term } from '../deployed/term'

const WORDS: ReadonlyMap<string | undefined, string> = new Map([
  ['COGNITO_USER_POOLS', 'cognito'],
  ['JWT', 'jwt'],
  ['AWS_IAM', 'iam'],
  ['CUSTOM', 'custom'],
  ['NONE', 'none'],
])

/** cognito, jwt, iam, custom, none or unknown. */
export function authorizationOf(endpoint: Endpoint): string {
  if (changeOf(endpoint)) return 'unknown'
  const words = new Set(leavesOf(endpoint.authorizationType).map(wordOf))
  const [word] = words
  return (words.size === 1 && word) || 'unknown'
}

const wordOf = (type: Term): string | undefined =>
  type.kind === 'absent' ? 'none' : WORDS.get(whole(asText(type)))
