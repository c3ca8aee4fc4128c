import { describe, expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

interface Known {
  readonly stage?: string
  readonly parameters?: Readonly<Record<string, string>>
}

/** The path of the only route as it is read, and why what is unknown is so. */
function read(path: string, top: string, options: Known = {}) {
  const text = `service: shop
frameworkVersion: '4'
provider:
  name: aws
  runtime: nodejs24.x
${top}
functions:
  list: { handler: a.b, events: [{ http: { method: get, path: "${path}", cors: true } }] }
`
  const file = {
    path: 'config/paths.yml',
    text: 'orders: { all: orders, deep: [first, second] }\nlink: ${file(config/more.yml):x}\n',
  }
  const more = { path: 'config/more.yml', text: 'x: { y: items }\n' }
  const { graph } = diagnose([{ path: 'serverless.yml', text }, file, more], options)
  return graph.endpoints.map(endpoint => endpoint.path).filter(one => one !== undefined)
}

describe('a path with variables', () => {
  it.each<[string, string, string, string, Known?]>([
    ['of the file itself', '/${self:custom.a.b}', 'custom: { a: { b: orders } }', '/orders'],
    ['of the service', '/${self:service}', '', '/shop'],
    ['of a variable', '/${self:custom.a}', "custom: { a: '${self:custom.b}', b: orders }", '/orders'],
    ['in a variable', '/${self:custom.${self:custom.k}}', 'custom: { k: b, b: orders }', '/orders'],
    ['two of them', '/${self:custom.a}/${self:custom.b}', 'custom: { a: x, b: z }', '/x/z'],
    ['the item of a list', '/${self:custom.a.1}', 'custom: { a: [x, orders] }', '/orders'],
    [
      'a map behind a variable',
      '/${self:custom.a.k}',
      "custom: { a: '${self:custom.b}', b: { k: orders } }",
      '/orders',
    ],
    ['of a file', '/${file(config/paths.yml):orders.all}', '', '/orders'],
    ['of the list of a file', '/${file(config/paths.yml):orders.deep.1}', '', '/second'],
    ['of a file that names another', '/${file(config/paths.yml):link.y}', '', '/items'],
    ['a text as the fallback', "/${opt:none, 'orders'}", '', '/orders'],
    ['the fallback of an environment variable', "/${env:NONE, 'orders'}", '', '/orders'],
    [
      'the second fallback',
      '/${opt:none, self:custom.none, self:custom.a}',
      'custom: { a: orders }',
      '/orders',
    ],
    ['the first that is there', "/${self:custom.a, 'other'}", 'custom: { a: orders }', '/orders'],
    ['a number', '/${opt:none, 7}', '', '/7'],
    ['the stage of sls', '/${sls:stage}', '', '/dev'],
    ['the stage of the provider', '/${sls:stage}', '  stage: live', '/live'],
    ['the stage that is given', '/${sls:stage}', '  stage: live', '/test', { stage: 'test' }],
    ['the option of the stage', "/${opt:stage, 'x'}", '', '/test', { stage: 'test' }],
    ['an option that is given', "/${opt:name, 'x'}", '', '/orders', { parameters: { 'opt:name': 'orders' } }],
    [
      'a parameter that is given',
      '/${param:name}',
      '',
      '/orders',
      { parameters: { 'param:name': 'orders' } },
    ],
    ['one that is given by its name', '/${ssm:name}', '', '/orders', { parameters: { name: 'orders' } }],
    [
      'a parameter of the stage',
      '/${param:p}',
      'params: { dev: { p: orders }, default: { p: x } }',
      '/orders',
    ],
    [
      'a parameter of every stage',
      '/${param:p}',
      'params: { live: { p: x }, default: { p: orders } }',
      '/orders',
    ],
    [
      'a parameter of the stage, version 4',
      '/${param:p}',
      'stages: { dev: { params: { p: orders } } }',
      '/orders',
    ],
    [
      'a parameter of a given stage',
      '/${param:p}',
      'params: { dev: { p: x }, live: { p: orders } }',
      '/orders',
      { stage: 'live' },
    ],
  ])('%s', (_, path, top, expected, options) => {
    expect(read(path, top, options)).toContain(expected)
  })
})

/** Why the only scope of a route is not known. */
function causesOf(variable: string, top: string) {
  const text = `service: shop
frameworkVersion: '4'
provider: { name: aws, runtime: nodejs24.x }
${top}
functions:
  list: { handler: a.b, events: [{ http: { method: get, path: /a, cors: true, authorizer: { type: COGNITO_USER_POOLS, authorizerId: !Ref Guard, scopes: ["${variable}"] } } }] }
resources:
  Resources:
    Users: { Type: AWS::Cognito::UserPool }
    Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref ApiGatewayRestApi, Type: COGNITO_USER_POOLS, Name: g, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
`
  const { undecided } = diagnose([{ path: 'serverless.yml', text }])
  const because = undecided.flatMap(check => check.because.map(({ message }) => message))
  return [...new Set(because)].filter(message => !message.startsWith('No '))
}

describe('a variable without a value', () => {
  const none = (name: string) => `\${${name}} has no value in these files.`

  it.each([
    ['${self:custom.none}', '', none('self:custom.none')],
    ['${opt:none}', '', none('opt:none')],
    ['${param:none}', '', none('param:none')],
    ['${ssm:/none}', '', none('ssm:/none')],
    ['${env:NONE}', '', none('env:NONE')],
    ['${file(none.yml):x}', '', 'none.yml was not given. Add it to the files.'],
    ['${self:custom.a.b}', "custom: { a: '${ssm:/none}' }", none('ssm:/none')],
    ['${self:custom.${opt:none}}', 'custom: { a: x }', none('opt:none')],
    ["${ssm:/none, 'orders'}", '', none('ssm:/none')],
    ['${opt:none, param:other}', '', none('param:other')],
  ])('%s', (variable, top, because) => {
    expect(causesOf(variable, top)).toEqual([because])
  })

  it('refers to itself', () => {
    expect(causesOf('${self:custom.a}', "custom: { a: '${self:custom.a}' }")).toEqual([none('self:custom.a')])
  })

  it('has one', () => {
    expect(causesOf('${self:custom.a}', 'custom: { a: shop/read }')).toEqual([])
  })
})
