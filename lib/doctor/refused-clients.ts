import type { Resource } from '../deployed/deployed'
import { no, some, type Truth } from '../deployed/truth'
import type { Reading } from '../read/read-opened'
import type { Rule, Verdicts } from './rule'

/** Settings with which Cognito refuses to create a client. */
const REFUSING: ReadonlySet<string> = new Set([
  'CLIENT_CREDENTIALS_MIXED',
  'CLIENT_CREDENTIALS_WITH_OIDC_SCOPE',
  'CLIENT_CREDENTIALS_WITHOUT_SCOPE',
  'CLIENT_CREDENTIALS_WITHOUT_SECRET',
  'DEFAULT_REDIRECT_NOT_LISTED',
  'LIMIT_EXCEEDED',
  'NAME_PATTERN',
  'NO_CALLBACK',
  'REDIRECT_URI_INVALID',
  'ROTATION_WITH_REFRESH_FLOW',
  'TOKEN_VALIDITY_OUT_OF_RANGE',
])

/** What Cognito refuses to create, or may refuse, by what the rules say; what AWS answers about is there. */
export function refusedByCognito(
  checked: readonly { readonly rule: Rule; readonly verdicts: Verdicts }[],
  { files }: Reading,
): ReadonlyMap<Resource, Truth> {
  const refused = new Map<Resource, Truth>()
  for (const { rule, verdicts } of checked)
    for (const { resource, truth } of REFUSING.has(rule.code) ? verdicts.flatMap(it => it ?? []) : []) {
      const file = files.find(({ source }) => source === resource?.at.source)
      if (resource && file?.format !== 'aws-snapshot')
        refused.set(resource, some(refused.get(resource) ?? no, truth))
    }
  return refused
}
