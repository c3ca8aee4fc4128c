import { macroOver } from '../deployed/access'
import { whole } from '../deployed/compare'
import type { Endpoint } from '../deployed/deployed'

const WORDS: ReadonlyMap<string | undefined, string> = new Map([
  ['COGNITO_USER_POOLS', 'cognito'],
  ['JWT', 'jwt'],
  ['AWS_IAM', 'iam'],
  ['CUSTOM', 'custom'],
  ['NONE', 'none'],
])

/** cognito, jwt, iam, custom, none or unknown. */
export function authorizationOf(endpoint: Endpoint): string {
  const { authorizationType: type } = endpoint
  if (macroOver(endpoint)) return 'unknown'
  if (type.kind === 'absent') return 'none'
  const word = type.kind === 'text' ? WORDS.get(whole(type)) : undefined
  return word ?? 'unknown'
}
