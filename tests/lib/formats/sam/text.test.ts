import { describe, expect, test } from 'vitest'
import { editedAll, endpoint, http, rest } from '../../document/edited'
import { compiled } from '../../findings/found'

const several = { 'api.cors': { allowOrigins: ['https://a.example', 'https://b.example'] } }
const output = (document: Parameters<typeof compiled>[0]) => compiled(document).output('sam')

const fieldOf = ({ text, fields }: ReturnType<typeof output>, line: RegExp): string | undefined =>
  fields[text.split('\n').findIndex(each => line.test(each))]

describe('every line is marked with the field that made it', () => {
  const made = output(editedAll(rest, { 'endpoints.0.path': '/orders', 'endpoints.0.method': 'PUT' }))
  test.each([
    [/^ {4}Type: AWS::Serverless::Function$/, 'endpoints.0.handler'],
    [/^ +Method: PUT$/, 'endpoints.0.method'],
    [/^ +Path: \/orders$/, 'endpoints.0.path'],
    [/^ +Authorizer: Cognito$/, 'endpoints.0.auth'],
    [/^ +AuthorizationScopes:$/, 'endpoints.0.scopes'],
    [/^ +StageName:/, 'stage'],
    [/^ +UserPoolArn:/, 'userPool'],
    [/^ {6}Name: !Sub/, 'api.name'],
  ])('%s', (line, field) => expect(fieldOf(made, line)).toBe(field))

  test('but for empty ones between resources, none is left out', () => {
    for (const document of [rest, http, editedAll(rest, several)]) {
      const { text, fields } = output(document)
      const unmarked = text.split('\n').filter((line, i) => line !== '' && fields[i] === undefined)
      expect(unmarked).toEqual([])
    }
  })
})

test('one origin is Cors, several are a body with a preflight for each path', () => {
  expect(output(editedAll(rest, { 'api.cors': { allowOrigins: ['*'] } })).text).not.toContain(
    'DefinitionBody',
  )
  const { text } = output(editedAll(rest, several))
  expect(text).toContain('MergeDefinitions: true')
  expect(text).not.toMatch(/^ +Cors:$/m)
})

test('the text of an API without an authorizer says nothing of authorization', () => {
  const { text } = output(editedAll(rest, { endpoints: [{ ...endpoint, auth: 'none', scopes: [] }] }))
  expect(text).not.toMatch(/^ +(Auth|Authorizers?|security):/m)
})
