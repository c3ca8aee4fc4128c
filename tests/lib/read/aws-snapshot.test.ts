import { describe, expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const read = (snapshot: object) =>
  diagnose([{ path: 'snapshot.json', text: JSON.stringify(snapshot, null, 1) }])
const routes = (...items: readonly object[]) => ({ routes: { Items: items } })

describe('a snapshot of an HTTP API', () => {
  const ROUTE = {
    RouteKey: 'GET /orders',
    AuthorizationType: 'JWT',
    AuthorizerId: 'z1',
    AuthorizationScopes: ['shop/read'],
  }
  const pool = (settings: object) => ({
    authorizers: { Items: [{ AuthorizerId: 'z1', Name: 'pool', AuthorizerType: 'JWT', ...settings }] },
  })
  const JWT = {
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A', Audience: ['c1'] },
  }
  const httpApi = (cors?: object) => ({
    awsSnapshot: 1,
    httpApi: { ApiId: 'h1', Name: 'shop', ...(cors && { CorsConfiguration: cors }) },
  })

  it('has its routes, with who is asked', () => {
    const snapshot = {
      ...httpApi(),
      ...pool(JWT),
      ...routes(
        ROUTE,
        { RouteKey: '$default' },
        { RouteKey: 'POST /orders', AuthorizationType: 'AWS_IAM' },
        { RouteKey: 'ANY /x/{proxy+}', AuthorizationType: 'NONE' },
      ),
    }
    const { graph, files, findings } = read(snapshot)
    expect(files).toMatchObject([{ format: 'aws-snapshot', read: 'whole', problems: [] }])
    expect(graph.endpoints).toEqual([
      { method: 'GET', path: '/orders', authorization: 'jwt', scopes: ['shop/read'] },
      { method: 'ANY', path: '$default', authorization: 'none', scopes: [] },
      { method: 'POST', path: '/orders', authorization: 'iam', scopes: [] },
      { method: 'ANY', path: '/x/{proxy+}', authorization: 'none', scopes: [] },
    ])
    expect(findings).toEqual([])
  })

  it('lacks an identity source', () => {
    const { findings } = read({ ...httpApi(), ...pool({ ...JWT, IdentitySource: [] }), ...routes(ROUTE) })
    expect(findings.map(({ code, at }) => `${code} ${at[0]?.logicalId}`)).toEqual([
      'IDENTITY_SOURCE_MISSING pool',
    ])
  })

  it.each<[string, object | undefined, number]>([
    ['other headers', { AllowOrigins: ['https://a.example.com'], AllowHeaders: ['content-type'] }, 1],
    ['no header', { AllowOrigins: ['https://a.example.com'] }, 1],
    ['the header', { AllowOrigins: ['https://a.example.com'], AllowHeaders: ['Authorization'] }, 0],
    ['nobody', undefined, 0],
  ])('with CORS settings that allow %s', (_, cors, count) => {
    const { findings } = read({ ...httpApi(cors), ...pool(JWT), ...routes(ROUTE) })
    expect(findings.map(({ code }) => code)).toEqual(Array(count).fill('CORS_HEADER_MISSING'))
  })
})

describe('an answer alone, or a snapshot that lacks one', () => {
  const JWT = {
    AuthorizerId: 'z1',
    Name: 'jwt',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: {
      Issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123/',
      Audience: ['c1'],
    },
  }
  const REST = {
    id: 'a1',
    name: 'pool',
    type: 'COGNITO_USER_POOLS',
    providerARNs: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'],
    identitySource: 'method.request.header.X-Token',
  }
  const said = (answer: object) => {
    const { findings, undecided, files } = read(answer)
    const problems = files.flatMap(file => file.problems.map(({ message }) => message))
    return {
      findings: findings.map(({ code }) => code),
      undecided: undecided.map(({ code }) => code),
      problems,
    }
  }
  const ROUTES = ['The answer of get-routes is not in these files.']
  const RESOURCES = ['The answer of get-resources is not in these files.']

  it.each<[string, object, readonly string[], readonly string[], readonly string[]]>([
    ['get-authorizers of an HTTP API', { Items: [JWT] }, ['ISSUER_MISMATCH'], ['AUTHORIZER_UNUSED'], []],
    ['get-authorizer of an HTTP API', JWT, ['ISSUER_MISMATCH'], ['AUTHORIZER_UNUSED'], []],
    ['get-authorizers of a REST API', { items: [REST] }, ['TOKEN_HEADER_UNUSUAL'], ['AUTHORIZER_UNUSED'], []],
    ['get-authorizer of a function', { id: 'a2', type: 'TOKEN', authorizerUri: 'u' }, [], [], []],
    ['get-authorizers of functions', { items: [{ id: 'a2', authorizerUri: 'u' }] }, [], [], []],
    ['get-rest-api', { id: 'r1', name: 'a', rootResourceId: 'x' }, [], [], RESOURCES],
    [
      'get-api',
      {
        ApiId: 'h1',
        ProtocolType: 'HTTP',
        Name: 'a',
        CorsConfiguration: { AllowOrigins: ['https://a.example.com'] },
      },
      [],
      [],
      ROUTES,
    ],
    [
      'get-api and get-authorizers',
      { awsSnapshot: 1, httpApi: { ApiId: 'h1' }, authorizers: { Items: [JWT] } },
      ['ISSUER_MISMATCH'],
      ['AUTHORIZER_UNUSED'],
      ROUTES,
    ],
  ])('%s', (_, answer, findings, undecided, problems) => {
    expect(said(answer)).toEqual({ findings, undecided, problems })
  })

  it.each<[string, object]>([
    ['alone', { ApiId: 'w1', ProtocolType: 'WEBSOCKET', Name: 'chat' }],
    [
      'beside its routes and authorizers',
      {
        awsSnapshot: 1,
        httpApi: { ApiId: 'w1', ProtocolType: 'WEBSOCKET' },
        routes: { Items: [{ RouteKey: '$connect', AuthorizationType: 'CUSTOM', AuthorizerId: 'z1' }] },
        authorizers: { Items: [{ ...JWT, AuthorizerType: 'REQUEST' }] },
      },
    ],
    ['by its routes alone', { Items: [{ RouteKey: '$default' }, { RouteKey: 'send' }] }],
  ])('of get-api about a WebSocket API, %s, is not judged', (_, answer) => {
    expect(said(answer)).toEqual({
      findings: [],
      undecided: [],
      problems: ['This is a WebSocket API, which has no JWT authorizers. Its routes are not judged.'],
    })
  })

  describe('beside the export of a stage', () => {
    const snapshot = (more: object) => ({
      awsSnapshot: 1,
      stage: 'prod',
      restApi: { id: 'r1', name: 'shop' },
      resources: {
        items: [
          {
            id: 'a',
            path: '/a',
            resourceMethods: {
              GET: {
                httpMethod: 'GET',
                authorizationType: REST.type,
                authorizerId: 'a1',
                authorizationScopes: ['s/r'],
              },
            },
          },
        ],
      },
      export: {
        openapi: '3.0.1',
        paths: { '/a': { get: { security: [{ pool: ['s/r'] }] } } },
        components: {
          securitySchemes: {
            pool: {
              type: 'apiKey',
              name: 'Authorization',
              in: 'header',
              'x-amazon-apigateway-authtype': 'cognito_user_pools',
              'x-amazon-apigateway-authorizer': {
                type: 'cognito_user_pools',
                providerARNs: REST.providerARNs,
              },
            },
          },
        },
      },
      ...more,
    })
    const other = { ...REST, providerARNs: [REST.providerARNs[0]?.replace('AbCdEf123', 'Other0000')] }
    const stage = (more: object) => {
      const { findings, undecided } = read(snapshot(more))
      const ofStage = ({ code }: { readonly code: string }) => code === 'STAGE_NOT_REDEPLOYED'
      return [
        ...findings.filter(ofStage).map(({ message }) => message.replace(/^.*now: /, '')),
        ...undecided.filter(ofStage).flatMap(({ because }) => because.map(({ message }) => message)),
      ]
    }

    it.each<[string, object, readonly string[]]>([
      ['the same authorizer', { authorizers: { items: [REST] } }, []],
      ['no export but another answer', { export: { message: 'x' }, authorizers: { items: [REST] } }, []],
      [
        'an authorizer of another pool',
        { authorizers: { items: [other] } },
        ['GET /a has other scopes or another authorizer.'],
      ],
      ['no answer of get-authorizers', {}, ['The answer of get-authorizers is not in these files.']],
      [
        'authorizers without the one of the method',
        { authorizers: { items: [{ ...REST, id: 'a2' }] } },
        [
          'The answer of get-authorizers does not have the authorizer a1, which a method names. Get all answers again.',
        ],
      ],
      [
        'no answer of get-resources',
        { resources: undefined, authorizers: { items: [REST] } },
        ['The answer of get-resources is not in these files.'],
      ],
      [
        'the first page of resources',
        { resources: { items: [], position: 'x' }, authorizers: { items: [REST] } },
        [
          'The list of resources has further pages. Ask the AWS CLI for all of them, without --max-items or --no-paginate.',
        ],
      ],
      [
        'no methods in the resources',
        {
          resources: { items: [{ id: 'a', path: '/a', resourceMethods: { GET: {} } }] },
          authorizers: { items: [REST] },
        },
        ['The methods are not in the answer. Run get-resources with --embed methods.'],
      ],
    ])('with %s', (_, more, expected) => {
      expect(stage(more)).toEqual(expected)
    })
  })
})

describe('a snapshot whose lists have pages', () => {
  const resource = (id: string, path: string) => ({
    id,
    path,
    resourceMethods: { GET: { httpMethod: 'GET', authorizationType: 'NONE' } },
  })
  const snapshot = (...pages: readonly object[]) => {
    const { files, graph } = read({ awsSnapshot: 1, restApi: { id: 'r1', name: 'shop' }, resources: pages })
    return {
      paths: graph.endpoints.map(({ path }) => path),
      problems: files.flatMap(({ problems }) => problems.map(({ message }) => message)),
    }
  }

  it('has the methods of all pages', () => {
    const pages = [
      { items: [resource('a', '/a')], NextToken: 'x' },
      { items: [resource('b', '/b')], NextToken: 'y' },
      { items: [resource('c', '/c')] },
    ]
    const paths = ['/a', '/b', '/c']
    expect(snapshot(...pages)).toEqual({ paths, problems: [] })
  })

  it('says that the last page names another', () => {
    const pages = [{ items: [resource('a', '/a')] }, { items: [resource('b', '/b')], NextToken: 'x' }]
    const further =
      'The list of resources has further pages. Ask the AWS CLI for all of them, without --max-items or --no-paginate.'
    expect(snapshot(...pages)).toEqual({ paths: ['/a', '/b'], problems: [further] })
  })

  it('without a page has no answer', () => {
    const missing = 'The answer of get-resources is not in these files.'
    expect(snapshot()).toEqual({ paths: [], problems: [missing] })
  })
})

describe('a snapshot of a user pool', () => {
  const POOL = { Id: 'eu-west-1_AbCdEf123', Name: 'users' }
  const client = (settings: object) => ({
    UserPoolClient: {
      ClientId: 'c1',
      UserPoolId: POOL.Id,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['shop/read'],
      ...settings,
    },
  })
  const servers = {
    ResourceServers: [
      { UserPoolId: POOL.Id, Identifier: 'shop', Name: 'shop', Scopes: [{ ScopeName: 'read' }] },
    ],
  }
  const codesOf = (more: object) =>
    read({ awsSnapshot: 1, userPool: { UserPool: POOL }, resourceServers: servers, ...more }).findings.map(
      ({ code, at }) => `${code} ${at[0]?.logicalId}`,
    )
  const domain = (description: object) => ({ domain: { DomainDescription: description } })
  const INVALID = 'DOMAIN_PREFIX_INVALID'

  it.each<[string, object, readonly string[]]>([
    ['a prefix', domain({ Domain: 'shop-login' }), []],
    ['a prefix with a reserved word', domain({ Domain: 'cognito-shop' }), [`${INVALID} cognito-shop`]],
    [
      'a domain of its own',
      domain({ Domain: 'cognito.example.com', CustomDomainConfig: { CertificateArn: 'arn:aws:acm:x' } }),
      [],
    ],
    [
      'a prefix that the pool alone names',
      { userPool: { UserPool: { ...POOL, Domain: 'cognito-shop' } } },
      [`${INVALID} cognito-shop`],
    ],
    [
      'a prefix that both name',
      {
        userPool: { UserPool: { ...POOL, Domain: 'cognito-pool' } },
        ...domain({ Domain: 'cognito-shop' }),
      },
      [`${INVALID} cognito-shop`],
    ],
  ])('with %s', (_, more, codes) => {
    expect(codesOf(more).filter(code => code.startsWith(INVALID))).toEqual(codes)
  })

  const refused = (member: string, call: string) => ({ member, call, error: 'AccessDenied' })

  it('a domain that AWS does not describe leaves the rest certain', () => {
    const more = {
      userPool: { UserPool: { ...POOL, Domain: 'shop-login' } },
      clients: [client({ AllowedOAuthScopes: ['shop/write'] })],
      failed: [refused('domain', 'describe-user-pool-domain')],
    }
    expect(codesOf(more)).toContain('SCOPE_UNDECLARED c1')
  })

  it('many refused calls are read once', () => {
    const method = { httpMethod: 'GET', authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'a' }
    const items = [...Array(2000).keys()].map(i => ({ path: `/${i}`, resourceMethods: { GET: method } }))
    const failed = [...Array(4000).keys()].map(i => refused(`member${i}`, 'get-other'))
    expect(codesOf({ resources: { items }, failed })).toHaveLength(1)
  })

  it.each<[string, object]>([
    ['that the pool alone names', {}],
    ['next to a prefix that is described', domain({ Domain: 'shop-login' })],
  ])('with a domain of its own %s', (_, more) => {
    const web = client({
      ClientName: 'web',
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://a.example'],
    })
    const userPool = { UserPool: { ...POOL, CustomDomain: 'login.shop.example' } }
    const { findings, undecided } = read({
      ...{ awsSnapshot: 1, userPool, resourceServers: servers, clients: [web] },
      ...more,
    })
    expect([...findings, ...undecided].filter(({ code }) => code.startsWith('DOMAIN'))).toEqual([])
  })

  it.each<[object, readonly string[]]>([
    [{ ClientName: 'robot', ClientSecret: '***' }, []],
    [{ ClientName: 'robot' }, ['CLIENT_CREDENTIALS_WITHOUT_SECRET robot']],
    [{ ClientName: '' }, ['CLIENT_CREDENTIALS_WITHOUT_SECRET c1']],
    [{ ClientId: '' }, ['CLIENT_CREDENTIALS_WITHOUT_SECRET client']],
  ])('with the client %j', (settings, codes) => {
    const more = { clients: [client(settings)], ...domain({ Domain: 'shop-login' }) }
    expect(codesOf(more)).toEqual(codes)
  })
})

describe('one answer of AWS is known by its fields', () => {
  it.each<[string, object]>([
    ['get-rest-api resources', { items: [{ id: 'a', path: '/' }] }],
    ['methods', { items: [{ id: 'a', resourceMethods: {} }] }],
    ['authorizers of a REST API', { items: [{ id: 'a', authType: 'cognito_user_pools' }] }],
    ['authorizers with a pool', { items: [{ id: 'a', providerARNs: [] }] }],
    ['authorizers of an HTTP API', { Items: [{ AuthorizerId: 'a', AuthorizerType: 'JWT' }] }],
    ['one authorizer of a REST API', { id: 'a', name: 'pool', type: 'COGNITO_USER_POOLS', providerARNs: [] }],
    ['one authorizer of an HTTP API', { AuthorizerId: 'a', AuthorizerType: 'JWT', Name: 'pool' }],
    ['gateway responses', { items: [{ responseType: 'DEFAULT_4XX' }] }],
    ['a user pool', { UserPool: { Id: 'eu-west-1_A', Name: 'u' } }],
    ['resource servers', { ResourceServers: [] }],
    ['a domain', { DomainDescription: { Domain: 'x' } }],
  ])('%s', (_, answer) => {
    expect(read(answer)).toMatchObject({
      files: [{ format: 'aws-snapshot', read: 'whole' }],
      graph: { endpoints: [] },
    })
  })

  it('authorizers one by one, next to the routes that name them', () => {
    const authorizer = (id: string, more: object) => ({
      AuthorizerId: id,
      AuthorizerType: 'JWT',
      Name: id,
      JwtConfiguration: {
        Issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A',
        Audience: ['c1'],
      },
      ...more,
    })
    const guarded = (path: string, id: string) => ({
      RouteKey: `GET ${path}`,
      AuthorizationType: 'JWT',
      AuthorizerId: id,
      AuthorizationScopes: ['shop/read'],
    })
    const answers = [
      { Items: [guarded('/a', 'one'), guarded('/b', 'two'), guarded('/c', 'three')] },
      authorizer('one', { IdentitySource: ['$request.header.Authorization'] }),
      authorizer('two', {}),
      { Items: [authorizer('three', {})] },
    ]
    const { findings } = diagnose(
      answers.map((answer, i) => ({ path: `${i}.json`, text: JSON.stringify(answer) })),
    )
    const missing = findings.filter(({ code }) => code === 'IDENTITY_SOURCE_MISSING')
    expect(missing.flatMap(({ at }) => at.map(({ file }) => file))).toEqual(['2.json', '3.json'])
  })

  it('a client, and routes', () => {
    expect(read({ UserPoolClient: { ClientId: 'c', ClientName: 'w' } }).graph.clients).toMatchObject([
      { id: 'w' },
    ])
    expect(read({ Items: [{ RouteKey: 'GET /a' }] }).graph.endpoints).toMatchObject([
      { method: 'GET', path: '/a' },
    ])
  })

  it.each<[string, object]>([
    ['items of another kind', { items: [{ path: '/' }] }],
    ['an item that is no object', { items: ['a'] }],
    ['no items', { items: [] }],
    ['something with an id alone', { id: 'a', name: 'pool', type: 'COGNITO_USER_POOLS' }],
  ])('not %s', (_, answer) => {
    expect(read(answer).files).toMatchObject([{ format: null, read: 'refused' }])
  })
})

describe('answers that are given alone', () => {
  const files = (...answers: readonly object[]) =>
    answers.map((answer, i) => ({ path: `${i}.json`, text: JSON.stringify(answer, null, 1) }))
  const POOL = { UserPool: { Id: 'eu-west-1_A', Name: 'shop', Domain: 'shop-1' } }
  const CLIENT = {
    UserPoolId: 'eu-west-1_A',
    ClientName: 'web',
    ClientId: 'c1',
    RefreshTokenValidity: 30,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: ['openid', 'shop/read', 'shop/none'],
    CallbackURLs: ['https://shop.example.com'],
    SupportedIdentityProviders: ['COGNITO'],
  }
  const SERVER = {
    UserPoolId: 'eu-west-1_A',
    Identifier: 'shop',
    Name: 'shop',
    Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }],
  }
  const codesOf = (report: ReturnType<typeof diagnose>) => ({
    found: report.findings.map(({ code }) => code),
    undecided: report.undecided.map(
      ({ code, because }) => `${code}: ${because.map(({ message }) => message)}`,
    ),
  })

  it('a client is read with and without the name of the answer around it', () => {
    const wrapped = diagnose(files(POOL, { UserPoolClient: CLIENT }))
    const bare = diagnose(files(POOL, CLIENT))
    expect(codesOf(bare)).toEqual(codesOf(wrapped))
    expect(bare.files.map(({ format }) => format)).toEqual(['aws-snapshot', 'aws-snapshot'])
  })

  it('one resource server of describe-resource-server is not all that the pool has', () => {
    const one = diagnose(files(POOL, CLIENT, { ResourceServer: SERVER }))
    expect(codesOf(one)).toEqual({
      found: [],
      undecided: ['SCOPE_UNDECLARED: The answer of list-resource-servers is not in these files.'],
    })
    const all = diagnose(files(POOL, CLIENT, { ResourceServers: [SERVER] }))
    expect(codesOf(all)).toEqual({ found: ['SCOPE_UNDECLARED'], undecided: [] })
    const both = diagnose(files(POOL, CLIENT, { ResourceServer: SERVER }, { ResourceServers: [SERVER] }))
    expect(codesOf(both)).toEqual(codesOf(all))
  })
})
