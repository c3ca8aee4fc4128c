import { createContext, runInContext } from 'node:vm'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { compile } from '@/lib/compile'
import { example } from '@/lib/document/example'
import type { Spec } from '@/lib/document/spec'

const outputOf = (spec: Spec, format: 'cloudformation' | 'cloudformation-json') => {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  return compiled.output(format)
}

const crossOrigin: Spec = {
  ...example,
  api: { ...example.api, cors: { allowOrigins: ['https://a.example', 'https://b.example'] } },
  endpoints: [
    ...example.endpoints,
    { method: 'ANY', path: '/{proxy+}', auth: 'id_token', scopes: [], handler: 'bin/proxy.handler' },
    { method: 'GET', path: '/', auth: 'none', scopes: [], handler: 'bin/root.handler' },
  ],
}
const http: Spec = { ...crossOrigin, api: { ...crossOrigin.api, type: 'http' } }
const existing: Spec = {
  ...example,
  userPool: {
    source: 'existing',
    userPoolId: 'us-east-1_AbCdEf123',
    domain: 'auth.example.com',
    managedLogin: true,
  },
}
const specs = { example, crossOrigin, http, existing }

describe.each(Object.entries(specs))('%s', (_name, spec) => {
  it.each(['cloudformation', 'cloudformation-json'] as const)(
    'gives every line of %s a field of the spec',
    format => {
      const { text, fields } = outputOf(spec, format)
      expect(text.split('\n')).toHaveLength(fields.length + 1)
      for (const field of fields) expect(spec).toHaveProperty(field ?? 'no field')
    },
  )
})

describe('the marks', () => {
  const linesOf = (spec: Spec, field: string) => {
    const { text, fields } = outputOf(spec, 'cloudformation')
    return text.split('\n').flatMap((line, i) => (fields[i] === field ? [line.trim()] : []))
  }

  it.each([
    ['resourceServers.0.identifier', ['Identifier: "com.example.api"']],
    ['resourceServers.0.scopes.1.name', ['- ScopeName: "write"']],
    ['resourceServers.0.scopes.1.description', ['ScopeDescription: Write access']],
    ['clients.0.scopes.2', ['- "com.example.api/read"']],
    ['clients.0.generateSecret', ['GenerateSecret: false']],
    ['clients.0.defaultRedirectUri', ['DefaultRedirectURI: exampleapp://auth/login']],
    ['clients.0.tokenValidity.refreshTokenDays', ['RefreshTokenValidity: 30', 'RefreshToken: days']],
    ['endpoints.0.method', ['HttpMethod: GET']],
    ['endpoints.0.scopes.1', ['- "com.example.api/write"']],
    ['userPool.tier', ['UserPoolTier: ESSENTIALS']],
    ['region', ['#   --region us-east-1']],
  ])('of %s stand on its own lines', (field, lines) => expect(linesOf(example, field)).toEqual(lines))

  it('of the path are on the resource it creates', () => {
    expect(linesOf(example, 'endpoints.0.path')).toContain('PathPart: myevent')
    expect(linesOf(http, 'endpoints.1.path')).toEqual(
      expect.arrayContaining(['RouteKey: ANY /{proxy+}', 'RouteKey: OPTIONS /{proxy+}']),
    )
  })

  it('of an origin are where it is allowed', () => {
    expect(linesOf(http, 'api.cors.allowOrigins.1')).toEqual(['- https://b.example'])
  })
})

describe('the text', () => {
  it('explains each common mistake once', () => {
    const { text } = outputOf(crossOrigin, 'cloudformation')
    for (const reason of [
      'ScopeDoesNotExistException',
      'Custom scopes by their full name',
      'In quotes, because YAML',
      'TOKEN and REQUEST would be Lambda authorizers',
      'answer 401 to every access token',
      'the method requires an ID token',
      'A deployment is a snapshot of the API',
      'Browsers send preflight requests without a token',
      'browsers report a 401 as a network error',
    ])
      expect(text.split(reason), reason).toHaveLength(2)
  })

  it('is the same document in JSON', () => {
    for (const spec of Object.values(specs)) {
      const yaml = load(outputOf(spec, 'cloudformation').text.replaceAll(/!(Ref|GetAtt|Sub) /g, ''))
      const json = JSON.parse(outputOf(spec, 'cloudformation-json').text, (_key, value) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
        if ('Fn::GetAtt' in value) return value['Fn::GetAtt'].join('.')
        return value.Ref ?? value['Fn::Sub'] ?? value
      })
      expect(yaml).toEqual(json)
    }
  })

  it('has neither anchors nor a hard-coded partition', () => {
    const { text } = outputOf(crossOrigin, 'cloudformation')
    expect(text).not.toMatch(/[:-] [&*]\w/)
    expect(text).not.toMatch(/arn:aws/)
  })
})

describe('the placeholder function', () => {
  const answer = (spec: Spec, event: object) => {
    const template = JSON.parse(outputOf(spec, 'cloudformation-json').text)
    const { Code, Handler } = template.Resources.BinMyeventFunction.Properties
    expect(Handler).toBe('index.handler')
    const module: { exports: Record<string, (event: object) => Promise<unknown>> } = { exports: {} }
    runInContext(Code.ZipFile, createContext({ exports: module.exports }))
    return module.exports.handler!(event)
  }
  const claims = { sub: 'x', scope: 'com.example.api/read' }

  it('answers a REST API with the claims it verified', async () => {
    expect(await answer(example, { requestContext: { authorizer: { claims } } })).toEqual({
      statusCode: 200,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ claims }),
    })
    expect(await answer(example, { requestContext: {} })).toMatchObject({ body: '{"claims":null}' })
  })

  it.each([
    [{ origin: 'https://b.example' }, 'https://b.example'],
    [{ Origin: 'https://b.example' }, 'https://b.example'],
    [{ origin: 'https://evil.example' }, 'https://a.example'],
    [undefined, 'https://a.example'],
  ])('answers %j with the allowed origin %s', async (headers, origin) => {
    const event = { headers, requestContext: { authorizer: { claims } } }
    expect(await answer(crossOrigin, event)).toMatchObject({
      statusCode: 200,
      headers: { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' },
    })
  })

  it('answers an HTTP API, and 204 to its preflights', async () => {
    const event = (method: string) => ({
      headers: { origin: 'https://b.example' },
      requestContext: { http: { method }, authorizer: { jwt: { claims } } },
    })
    expect(await answer(http, event('GET'))).toMatchObject({
      statusCode: 200,
      body: JSON.stringify({ claims }),
    })
    expect(await answer(http, event('OPTIONS'))).toEqual({
      statusCode: 204,
      headers: { 'Access-Control-Allow-Origin': 'https://b.example', Vary: 'Origin' },
    })
  })
})
