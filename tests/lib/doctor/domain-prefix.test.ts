import { expect, it } from 'vitest'
import { diagnoseText } from './files'

/** Is the prefix refused for sure? Null where that is undecided. */
function isRefused(prefix: string): boolean | null {
  const { findings, undecided } = diagnoseText(`Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: ${prefix} } }
`)
  const has = (found: readonly { readonly code: string }[]) =>
    found.some(({ code }) => code === 'DOMAIN_PREFIX_INVALID')
  return has(findings) ? true : has(undecided) ? null : false
}

const STACK_ID = "!Select [2, !Split ['/', !Ref 'AWS::StackId']]"

// A stack's id is a UUID. Its name may have capital letters.
it.each([
  [STACK_ID, false],
  [`!Select [4, !Split ['-', ${STACK_ID}]]`, false],
  [`!Sub ['orders-\${Id}', { Id: !Select [0, !Split ['-', ${STACK_ID}]] }]`, false],
  ["!Join ['-', [orders, !Select ['2', !Split [/, !Sub '${AWS::StackId}']]]]", false],
  [`!Sub ['Orders-\${Id}', { Id: ${STACK_ID} }]`, true],
  ["!Ref 'AWS::StackId'", true],
  ["!Select [1, !Split ['/', !Ref 'AWS::StackId']]", null],
  ["!Select [4, !Split ['-', !Ref 'AWS::StackId']]", null],
  ["!Ref 'AWS::StackName'", null],
])('the prefix %s is refused: %s', (prefix, expected) => {
  expect(isRefused(prefix)).toBe(expected)
})
