import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const service = (type: string, indent: string) => `service: notes
provider: { name: aws }
functions:
  list:
    handler: a.list
    events:
      - ${type}:
${indent}path: /notes
${indent}method: get
${indent}authorizer:
${indent}  type: COGNITO_USER_POOLS
${indent}  authorizerId: a1
`

// The framework refuses such an event, and nothing is known of what it would be.
it.each(['http', 'httpApi'])('settings of %s that stand beside it are no settings', type => {
  const { files, findings, undecided, access } = diagnose([
    { path: 'serverless.yml', text: service(type, ' '.repeat(8)) },
  ])
  expect([findings, access]).toEqual([[], []])
  expect(files.map(({ read, problems }) => [read, problems.map(({ line }) => line)])).toEqual([
    ['partly', [7]],
  ])
  expect(undecided.map(({ code }) => code)).toContain('METHOD_WITHOUT_SCOPES')
})

it('settings below an event are its settings', () => {
  const { findings } = diagnose([{ path: 'serverless.yml', text: service('http', ' '.repeat(10)) }])
  expect(findings.map(({ code }) => code)).toEqual(['METHOD_WITHOUT_SCOPES'])
})
