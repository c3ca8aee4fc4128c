import type { Resource } from '../deployed/deployed'
import type { Truth } from '../deployed/truth'
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

/** What Cognito refuses to create, or may refuse, by what a rule says; what AWS answers about is there. */
export function refusedByCognito(
  { code }: Rule,
  verdicts: Verdicts,
  { files }: Reading,
): readonly (readonly [Resource, Truth])[] {
  if (!REFUSING.has(code)) return []
  return verdicts.flatMap(verdict => {
    if (!verdict?.resource) return []
    const { resource, truth } = verdict
    const file = files.find(({ source }) => source === resource.at.source)
    return file?.format === 'aws-snapshot' ? [] : [[resource, truth]]
  })
}
