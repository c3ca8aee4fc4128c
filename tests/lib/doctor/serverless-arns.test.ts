import { expect, it } from 'vitest'
import { diagnoseText } from './files'

/** The framework makes a Lambda authorizer of every ARN that does not begin as that of a user pool. */
it.each([
  ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc', 'finding'],
  ['arn:${opt:partition}:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc', 'finding'],
  ['arn:aws:cognito-idp:${opt:rest}:userpool/eu-west-1_abc', 'finding'],
  ['${opt:arn}:userpool/eu-west-1_abc', 'undecided'],
  ['arn:${opt:rest}:userpool/eu-west-1_abc', 'undecided'],
  ['arn:aws:${opt:service}:eu-west-1:123456789012:userpool/eu-west-1_abc', 'undecided'],
  ['${opt:arn}', 'undecided'],
])('the authorizer %s has no scopes: %s', (arn, expected) => {
  for (const authorizer of [`"${arn}"`, `{ arn: "${arn}" }`, `{ arn: "${arn}", name: pool }`]) {
    const { findings, undecided } = diagnoseText(
      `service: a
provider: { name: aws }
functions: { f: { handler: a.b, events: [{ http: { path: /a, method: get, authorizer: ${authorizer} } }] } }
`,
      'serverless.yml',
    )
    const has = (found: readonly { readonly code: string }[]) =>
      found.some(({ code }) => code === 'METHOD_WITHOUT_SCOPES')
    expect(has(findings) ? 'finding' : has(undecided) ? 'undecided' : 'nothing', authorizer).toBe(expected)
    expect(findings.map(({ code }) => code).filter(code => code !== 'METHOD_WITHOUT_SCOPES')).toEqual([])
  }
})
