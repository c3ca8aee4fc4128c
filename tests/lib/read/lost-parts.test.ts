import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { readFiles } from '@/lib/read/read'

const problems = (...texts: readonly string[]) =>
  readFiles(texts.map((text, i) => ({ path: `${i}.yaml`, text }))).files.map(({ read, problems }) => [
    read,
    ...problems.map(({ message, at }) => `${at.source.text.slice(at.start, at.end)}: ${message}`),
  ])

const template = (resources: string, more = '') => `${more}Resources:
  Users: { Type: AWS::Cognito::UserPool }
${resources}`

const DEPENDENT = '  Web: { Type: AWS::Cognito::UserPoolClient, DependsOn: [Users, Server] }\n'

it('names what a resource depends on that the template does not have', () => {
  const lost = 'Web depends on Server, which the template does not have.'
  expect(problems(template(DEPENDENT))).toEqual([['partly', `Server: ${lost}`]])
  expect(problems(template(DEPENDENT.replace('[Users, Server]', 'Server')))).toEqual([
    ['partly', `Server: ${lost}`],
  ])
})

// What is missing may be what a check would miss.
it('nothing is certainly missing where a part of the template is', () => {
  const text = template(
    DEPENDENT.replace(
      '}\n',
      ', Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [a/b], CallbackURLs: [https://a.example] } }\n',
    ),
  )
  const codesOf = (given: string) => {
    const { findings, undecided } = diagnose([{ path: 'a.yaml', text: given }])
    return { findings: findings.map(({ code }) => code), undecided: undecided.map(({ code }) => code) }
  }
  expect(codesOf(text).findings).not.toContain('DOMAIN_MISSING')
  expect(codesOf(text).undecided).toContain('DOMAIN_MISSING')
  expect(codesOf(text.replace(', Server', '')).findings).toContain('DOMAIN_MISSING')
})

it('says that types of SAM need their Transform', () => {
  const rejected = 'CloudFormation rejects the types of SAM without Transform: AWS::Serverless-2016-10-31.'
  expect(problems(template('  Api: { Type: AWS::Serverless::HttpApi }\n'))).toEqual([
    ['partly', `: ${rejected}`],
  ])
})

it.each([
  ['what it has', template(DEPENDENT.replace(', Server', ''))],
  ['what SAM adds', template(DEPENDENT, 'Transform: AWS::Serverless-2016-10-31\n')],
  ['what a loop adds', template(`${DEPENDENT}  Fn::ForEach::Each: [X, [a], {}]\n`)],
  ['what a module adds', template(`${DEPENDENT}  Own: { Type: My::Own::Thing::MODULE }\n`)],
])('a template may depend on %s', (_, text) => {
  expect(problems(text).flat().join()).not.toContain('depends on')
})

it('a template that another file uses may depend on what that file has', () => {
  const service = `service: notes
provider: { name: aws }
functions: {}
resources: \${file(1.yaml)}
`
  expect(problems(service, template(DEPENDENT)).flat().join()).not.toContain('depends on')
})
