import { describe, expect, it } from 'vitest'
import { example } from '../../../../lib/document/example'
import type { Spec, SpecInput } from '../../../../lib/document/spec'
import { cdk } from '../../../../lib/formats/cdk/cdk'
import { createPrintCache, noCache } from '../../../../lib/text/print-cache'
import { typeCheck } from '../../../conformance/toolchains/tsc'
import { accepted, at, interactive, ofType, open, synth, textOf } from './stack'

describe('identifiers', () => {
  const server = (identifier: string, scopes: readonly string[]) => ({
    identifier,
    name: identifier,
    scopes: scopes.map(name => ({ name, description: name })),
  })

  it('compile whatever the names are', async () => {
    const scopes = 'read readOAuth READ re-ad * *** delete class 12:30 scope stage'.split(' ')
    const resourceServers = [server('a', scopes), server('b', scopes), server('unused', ['x'])]
    const full = ['a', 'b'].flatMap(id => scopes.map(name => `${id}/${name}`))
    const hostile: SpecInput = {
      ...example,
      resourceServers,
      clients: ['props', 'this', 'Api', 'User Pool', 'api', 'function'].map(name => ({
        ...interactive,
        name,
        scopes: full,
      })),
      endpoints: ['function.handler', '_.handler', 'stage.props', 'api.default', 'bin/function.handler'].map(
        (handler, i) => at('GET', `/${i}`, { handler, scopes: full.slice(i, i + 4) }),
      ),
    }
    const http = { ...hostile, api: { type: 'http', name: 'x' } } as const
    const nobody = {
      ...hostile,
      clients: [{ ...interactive, scopes: ['openid'] }],
      endpoints: [at('GET', '/', open)],
    }
    for (const spec of [http, nobody]) await synth(spec)
    const anyOf = ['/Default', '/a--b', '/a/b'].map(path => at('ANY', path, { scopes: ['a/read'] }))
    const odd = [hostile, http].map(spec => ({
      ...spec,
      api: { ...spec.api, cors: { allowOrigins: ['*'] } },
      endpoints: anyOf,
    }))
    expect(await typeCheck([hostile, http, nobody, ...odd].map(textOf))).toEqual([])
    const template = await synth(hostile)
    expect(ofType(template, 'AWS::Cognito::UserPoolClient')).toHaveLength(6)
    expect(ofType(template, 'AWS::Lambda::Function')).toHaveLength(5)
  })

  it('do not make the functions include cdk.out, which contains their code', async () => {
    const template = await synth({ ...example, endpoints: [at('GET', '/', { handler: 'cdk.handler' })] })
    expect(ofType(template, 'AWS::Lambda::Function')[0]!.Properties!.Handler).toBe('cdk.handler')
  })
})

describe('hostile text', () => {
  const texts = [
    ...[
      "it's",
      '"quoted"',
      '`back`',
      '$x',
      '$',
      '\\',
      '\\u0041',
      '*/',
      '/*',
      '//',
      '<script>',
      '&amp;',
      '#c',
    ],
    ...[
      'yes',
      '012',
      '12:30',
      '!Ref x',
      'a\u2028b\u2029c',
      '\u202eright',
      '\ufeff',
      '日本語',
      '😀',
      '{x}',
      '$\\{',
    ],
  ]

  it('arrives as it was typed', async () => {
    const spec: SpecInput = {
      ...example,
      resourceServers: [
        {
          identifier: "it's`$*/",
          name: 'yes',
          scopes: texts.map((description, i) => ({ name: `s${i}`, description })),
        },
      ],
      clients: [{ ...interactive, scopes: ["it's`$*/s0".replace('*/s', '*//s')] }],
      endpoints: [at('GET', '/', { scopes: ["it's`$*//s0"] })],
    }
    const [server] = ofType(await synth(spec), 'AWS::Cognito::UserPoolResourceServer')
    expect(server?.Properties).toMatchObject({ Identifier: "it's`$*/", Name: 'yes' })
    const scopes = server?.Properties?.Scopes as readonly { readonly ScopeDescription: string }[]
    expect(scopes.map(({ ScopeDescription }) => ScopeDescription)).toEqual(texts)
  })
})

describe('fields and blocks', () => {
  const big = (rename: number): Spec => ({
    ...example,
    endpoints: Array.from({ length: 40 }, (_, i) => at('GET', `/orders${i}${i === rename ? 'x' : ''}`)),
  })

  it('marks lines with their field', () => {
    const { text, fields } = accepted(example).output('cdk')
    const lines = text.split('\n')
    expect(fields).toHaveLength(lines.length - 1)
    for (const [field, shown] of [
      ['service', 'class ExampleApiStack'],
      ['stage', "props?.stage ?? 'dev'"],
      ['userPool.name', 'example-users'],
      ['userPool.tier', 'FeaturePlan.ESSENTIALS'],
      ['userPool.domainPrefix', 'example-api-demo'],
      ['userPool.managedLogin', 'NEWER_MANAGED_LOGIN'],
      ['resourceServers.0.identifier', "'com.example.api'"],
      ['resourceServers.0.name', "'Example API'"],
      ['resourceServers.0.scopes.1.name', "scopeName: 'write'"],
      ['resourceServers.0.scopes.1.description', "'Write access'"],
      ['clients.0.name', 'user-pool-client'],
      ['clients.0.grants', 'implicitCodeGrant'],
      ['clients.0.scopes.0', 'OAuthScope.EMAIL'],
      ['clients.0.scopes.3', 'writeOAuthScope'],
      ['clients.0.callbackUrls.0', 'callbackUrls'],
      ['clients.0.defaultRedirectUri', 'defaultRedirectUri'],
      ['clients.0.tokenValidity.refreshTokenDays', 'Duration.days(30)'],
      ['api.name', 'restApiName'],
      ['endpoints.0.path', "addResource('myevent')"],
      ['endpoints.0.method', "addMethod('GET'"],
      ['endpoints.0.scopes.1', 'writeOAuthScope.scopeName'],
      ['endpoints.0.handler', "'bin/myevent.handler'"],
    ]) {
      const marked = lines.filter((_, i) => fields[i] === field)
      expect(marked.join('\n'), field).toContain(shown)
    }
  })

  it('remembers what it printed: equal text, and only what changed is made again', () => {
    const cache = createPrintCache()
    let made = 0
    const show = (spec: SpecInput) => {
      made = 0
      cache.nextFrame()
      return cdk.blocks(accepted(spec).model).map(block =>
        cache.print({
          ...block,
          lines() {
            made++
            return block.lines()
          },
        }),
      )
    }
    show(big(-1))
    const warm = show(big(7))
    // The path's resource and its method.
    expect(made).toBe(2)
    expect(warm).toEqual(cdk.blocks(accepted(big(7)).model).map(noCache.print))
  })
})
