import { expect, it } from 'vitest'
import {
  MAX_API_RESOURCES,
  MAX_STACK_RESOURCES,
  MAX_DIRECT_TEMPLATE_BYTES as MOST_BYTES,
} from '../../lib/aws/limits'
import { diagnose } from '../../lib/doctor/diagnose'
import { advise } from '../../lib/document/nearest'
import type { OutputMetrics, Rule } from '../../lib/findings/finding'
import { resourceLimit } from '../../lib/findings/rules/resource-limit'
import { templateNeedsS3 } from '../../lib/findings/rules/template-needs-s3'
import { statusOf } from '../../lib/gateway/result-fields'
import { importTemplate } from '../../lib/index'
import type { Model } from '../../lib/model/model'
import { cutService, functionName, roleName } from '../../lib/model/staged-names'
import { refuseTime } from '../../lib/request-error'
import { parseSource } from '../../lib/source/parse'
import { advice } from '../../lib/token/advice'
import { decode } from '../../lib/token/decode'
import { findNamedTokens } from '../../lib/token/extract-tokens'
import { parseIssuer } from '../../lib/token/issuer'
import { isPlaceholder } from '../../lib/token/placeholder'
import { relativeTime } from '../../lib/token/relative-time'

const times = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i))

/** Whether a rule about sizes finds nothing in a model of so many paths, resources and bytes. */
const isFine = (rule: Rule, paths: number, resources = 0, bytes = 0) =>
  rule.check(
    { api: { type: 'rest', paths: times(paths, String) } } as unknown as Model,
    {
      resourceCounts: () => new Map([['SAM', resources]]),
      templateBytes: () => bytes,
    } as OutputMetrics,
  ).length === 0

const named = (service: string) => ({ service, region: 'eu-west-1' }) as Model

const issuer = (length: number) =>
  'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_'.padEnd(length, 'a')

const paste = (tokens: number) => times(tokens, i => `access_token=${'opaque'.repeat(4)}${i}`).join('\n')

const token = (length: number) => {
  const [header, claims] = ['{"alg":"RS256"}', '{"sub":"a"}'].map(text =>
    Buffer.from(text).toString('base64url'),
  )
  return `${header}.${claims}.`.padEnd(length, 'a')
}

const isParsed = (text: string) => parseSource({ path: '', text }).ok

/** A list with a list of 999 values, 397 references to it, and single values. */
const values = (count: number) => {
  const list = `- &a [${times(999, () => '1').join()}]\n`
  return list + '- *a\n'.repeat(397) + '- 1\n'.repeat(count - 1 - 1000 - 397 * 1001)
}

const resources = (...lines: readonly string[]) => ['Resources:', ...lines, ''].join('\n  ')

/** Each stack nests the next one. */
const isReadToTheEnd = (depth: number) => {
  const stack = (i: number) =>
    i === depth
      ? 'Pool: { Type: AWS::Cognito::UserPool }'
      : `Next: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ./t${i + 1}.yaml } }`
  const files = times(depth + 1, i => resources(stack(i))).map((text, i) => ({ path: `t${i}.yaml`, text }))
  return diagnose(files).facts.files.every(({ read }) => read === 'whole')
}

const isListRead = (items: number) => {
  const flows = times(items, () => 'code').join()
  const client = `Client: { Type: AWS::Cognito::UserPoolClient, Properties: { AllowedOAuthFlows: [${flows}] } }`
  const { undecided } = diagnose([{ path: 'template.yaml', text: resources(client) }])
  return !undecided.some(({ because }) => because.some(({ name }) => name === 'long list'))
}

const areAllNamed = (endpoints: number) => {
  const api = 'Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }'
  const route = (i: number) =>
    `R${i}: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /${i}, AuthorizationType: CUSTOM } }`
  const imported = importTemplate([
    { path: 'template.yaml', text: resources(api, ...times(endpoints, route)) },
  ])
  return !imported.ok && !imported.errors.some(({ message }) => message.includes('So are 1 more'))
}

/** Whether so many are allowed: the last number that is, and the next. */
it.each<[string, (n: number) => boolean, number, number]>([
  ['the first second', n => refuseTime(n) === undefined, 0, -1],
  ['the last second', n => refuseTime(n) === undefined, 1e11, 1e11 + 1],
  ['characters of an issuer', n => parseIssuer(issuer(n)) !== undefined, 109, 110],
  ['seconds that are not now', n => relativeTime(n, 0) === 'in 1 second', 1, 0.9],
  ['seconds ago', n => relativeTime(0, n) === '1 second ago', 1, 0.9],
  [
    'words that are listed',
    n =>
      !advise(
        'zzzzzz',
        times(n, i => `word${i}`),
      ).includes('…'),
    30,
    31,
  ],
  ['characters of a placeholder', n => isPlaceholder(`$${'A'.repeat(n - 1)}`), 64, 65],
  ['the first status', n => statusOf(n) === n, 200, 199],
  ['the last status', n => statusOf(n) === n, 599, 600],
  ['resources of a stack', n => isFine(resourceLimit, 0, n), MAX_STACK_RESOURCES, MAX_STACK_RESOURCES + 1],
  ['resources of an API', n => isFine(resourceLimit, n), MAX_API_RESOURCES, MAX_API_RESOURCES + 1],
  ['bytes of a template', n => isFine(templateNeedsS3, 0, 0, n), MOST_BYTES, MOST_BYTES + 1],
  ['characters of a function', n => functionName('s'.repeat(n), 'k'.repeat(10)).length === n + 11, 20, 21],
  ['a service in it', n => cutService('s'.repeat(n), { id: 'A'.repeat(10) }) === undefined, 20, 21],
  ['characters of a role', n => roleName(named('s'.repeat(n))) === 's'.repeat(n), 14, 15],
  ['tokens that a paste names', n => findNamedTokens(paste(n)).length === n, 20, 21],
  ['levels of a document', n => isParsed('['.repeat(n) + ']'.repeat(n)), 119, 120],
  ['values of a document', n => isParsed(values(n)), 400_000, 400_001],
  ['nested stacks', isReadToTheEnd, 7, 8],
  ['items of a list', isListRead, 400, 401],
  ['endpoints that a message names', areAllNamed, 3, 4],
  [
    'characters of a token',
    n => !advice(decode(token(n))).some(it => it.code === 'TOO_LONG'),
    10_240,
    10_241,
  ],
])('%s', (_, isAllowed, last, next) => {
  expect([isAllowed(last), isAllowed(next)]).toEqual([true, false])
})

it('a list of words that is cut names as many as fit', () => {
  const text = advise(
    'zzzzzz',
    times(31, i => `word${i}`),
  )
  expect(text.match(/word\d+/g)).toHaveLength(30)
})

it.each([
  [0, 'one part'],
  [1, 'two parts'],
  [3, 'four parts'],
  [5, 'six parts'],
  [6, 'more than six parts'],
])('a text with %i dots has %s', (dots, parts) => {
  const token = decode(`eyJhbGciOiJSUzI1NiJ9${'.e30'.repeat(dots)}`)
  expect(token.problems[0]?.message).toContain(`Token: ${parts} where a JWT has three`)
})
