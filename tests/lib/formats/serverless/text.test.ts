import { describe, expect, test } from 'vitest'
import { example } from '../../../../lib/document/example'
import type { Spec } from '../../../../lib/document/spec'
import { serverless } from '../../../../lib/formats/serverless/serverless'
import { toModel } from '../../../../lib/model/to-model'
import { createPrintCache, noCache } from '../../../../lib/text/print-cache'
import { compiled, endpoint, printed, specOf } from './compiled'

const HOSTILE = [
  'yes',
  '012',
  '12:30',
  '#c',
  '!Ref',
  "it's",
  '*x',
  '&a',
  '{a:1}',
  '~',
  'null',
  '1e3',
  '<<',
  '%',
  '|',
]

describe('strings that YAML reads as something else', () => {
  test('come back from the framework as they were written', async () => {
    const descriptions = [
      ...HOSTILE,
      ' a: b # c ',
      'line\u2028separator\u2029and \u0085',
      '日本語 🎉 "quoted" `x` */',
      '\\n',
    ]
    const spec = specOf({
      resourceServers: [
        {
          identifier: 'urn:x#y',
          name: 'yes',
          scopes: [...HOSTILE, ...HOSTILE.map(name => `2${name}`)]
            .slice(0, descriptions.length)
            .map((name, i) => ({ name, description: descriptions[i]! })),
        },
      ],
      clients: [
        { ...example.clients[0]!, name: 'no', scopes: ['openid', ...HOSTILE.map(name => `urn:x#y/${name}`)] },
      ],
      api: { type: 'rest', name: 'off' },
      endpoints: [endpoint('GET', '/012', { scopes: HOSTILE.map(name => `urn:x#y/${name}`) })],
    })
    const { only, resources } = await compiled(spec)
    expect(only('AWS::Cognito::UserPoolResourceServer').Properties).toMatchObject({
      Identifier: 'urn:x#y',
      Name: 'yes',
      Scopes: spec.resourceServers[0]!.scopes.map(({ name, description }) => ({
        ScopeName: name,
        ScopeDescription: description,
      })),
    })
    expect(only('AWS::Cognito::UserPoolClient').Properties.AllowedOAuthScopes).toEqual(
      spec.clients[0]!.scopes,
    )
    expect(resources.ApiGatewayMethod012Get?.Properties.AuthorizationScopes).toEqual(
      spec.endpoints[0]!.scopes,
    )
    expect(only('AWS::ApiGateway::RestApi').Properties.Name).toBe('dev-off')
  })

  test('scopes are in double quotes and in full', () => {
    expect(printed(example).text).toContain('              - "com.example.api/read"\n')
  })
})

describe('the Region', () => {
  test('that the framework does not list is accepted with a warning', () => {
    expect(printed(specOf({ region: 'eu-moon-1' })).text).toContain('\nconfigValidationMode: warn\n')
    expect(printed(example).text).not.toContain('configValidationMode')
  })
})

describe('the source map', () => {
  test('gives every line its field', () => {
    const { text, fields } = printed(example)
    const lines = text.split('\n').slice(0, -1)
    expect(fields).toHaveLength(lines.length)
    expect(fields).not.toContain(undefined)
    const at = (line: string) => fields[lines.findIndex(each => each.trim() === line)]
    expect(at('- "com.example.api/write"')).toBe('endpoints.0.scopes.1')
    expect(at('path: /myevent')).toBe('endpoints.0.path')
    expect(at('ScopeDescription: Write access')).toBe('resourceServers.0.scopes.1.description')
    expect(at('endpointType: REGIONAL')).toBe('api.type')
  })
})

describe('with remembered blocks', () => {
  const many = (changed: string): Spec =>
    specOf({
      endpoints: Array.from({ length: 100 }, (_, i) =>
        endpoint('GET', i === 50 ? changed : `/kind${i}`, { handler: `bin/kind${i}.handler` }),
      ),
    })

  test('a keystroke prints one function, and the text is the one printed afresh', () => {
    const memory = createPrintCache()
    for (const block of serverless.blocks(toModel(many('/a')))) memory.print(block)
    memory.nextFrame()
    let made = 0
    const warm = serverless.blocks(toModel(many('/b'))).map(block =>
      memory.print({
        ...block,
        lines() {
          made++
          return block.lines()
        },
      }),
    )
    expect(made).toBe(1)
    expect(warm).toEqual(serverless.blocks(toModel(many('/b'))).map(noCache.print))
  })
})
