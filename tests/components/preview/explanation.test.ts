import { describe, expect, it, test } from 'vitest'
import { explain } from '@/components/preview/explanation'
import { compile, formats } from '@/lib/compile'
import { presets } from '@/lib/document/presets'
import { cases } from '../../conformance/cases'

const specs = [
  ...presets.map(({ id, values }) => [id, values] as const),
  ...cases.map(({ name, spec }) => [name, spec] as const),
]

/** Lines that come from a field, of every format. */
function markedLines(spec: unknown) {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  return formats.flatMap(({ id }) => {
    const { text, fields } = compiled.output(id)
    const lines = text.split('\n')
    return fields.flatMap((field, i) => (field === undefined ? [] : [{ field, line: lines[i] ?? '' }]))
  })
}

describe('the explanation of a line', () => {
  it.each(specs)('is there for every field of %s that made one, with words and a page of AWS', (_, spec) => {
    const marked = markedLines(spec)
    expect(marked.length).toBeGreaterThan(100)
    const poor = marked.filter(({ line, field }) => {
      const { name = '', help = '', docs = '' } = explain(line, field) ?? {}
      // No field of the form, and so no page of AWS, is about the version of the document.
      const isDocumented = field === 'version' || /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+$/.test(docs)
      return !(/^[A-Z]/.test(name) && /^[A-Z].*\.$/.test(help) && isDocumented)
    })
    expect([...new Set(poor.map(({ field }) => field))]).toEqual([])
  })

  it('names the item that a field belongs to, and the advice that is always valid', () => {
    expect(explain("    - 'x'", 'clients.1.callbackUrls.0')).toMatchObject({
      name: 'Callback URL 1',
      owner: 'App client 2',
    })
    expect(explain('    Identifier: x', 'resourceServers.0.identifier')).toMatchObject({
      property: 'Identifier',
      owner: 'Resource server 1',
      note: 'The identifier cannot be changed after deployment.',
    })
  })

  test('of an unknown field is absent', () => {
    expect(explain('a: b', 'nowhere.0')).toBeUndefined()
    expect(explain('a: b', 'clients.0.nothing')).toBeUndefined()
  })
})

describe('the property of a line', () => {
  it.each([
    ['      AllowedOAuthFlows:', 'AllowedOAuthFlows'],
    ['  "AllowedOAuthFlows": [', 'AllowedOAuthFlows'],
    ['        - ScopeName: read', 'ScopeName'],
    ["  scopeName: 'read',", 'scopeName'],
    ['  readonly userPoolId?: string;', 'userPoolId'],
    ['  allowed_oauth_flows = ["code"]', 'allowed_oauth_flows'],
    ['resource "aws_cognito_user_pool" "main" {', 'resource'],
    ['    - com.example.api/read', undefined],
    ['    - exampleapp://auth/login', undefined],
    ["  'exampleapp://auth/login',", undefined],
    ['    items.forEach(item => item)', undefined],
  ])('%s is %s', (line, property) => {
    expect(explain(line, 'clients.0.callbackUrls.1')?.property).toBe(property)
  })
})
