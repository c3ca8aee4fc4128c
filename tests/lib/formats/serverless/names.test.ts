import { describe, expect, test } from 'vitest'
import { methodLogicalId } from '../../../../lib/formats/serverless/names'
import { functionKey, functionName } from '../../../../lib/model/staged-names'
import { toModel } from '../../../../lib/model/to-model'
import { compiled, endpoint, specOf } from './compiled'

const LONGEST_STAGE = 's'.repeat(32)
const LONGEST_SERVICE = `a${'-b'.repeat(31)}`

const orders = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    endpoint('GET', `/orders/kind${i}`, { handler: `src/functions/orders/list-of-kind-${i}.handler` }),
  )

describe('names in the account', () => {
  test('stay within 64 characters whatever the stage, the service and the handlers', async () => {
    for (const region of ['us-east-1', 'ap-southeast-1']) {
      const { all, only } = await compiled(
        specOf({ service: LONGEST_SERVICE, region, endpoints: orders(3) }),
        { stage: LONGEST_STAGE },
      )
      const names = all('AWS::Lambda::Function').map(({ Properties }) => Properties.FunctionName as string)
      expect(new Set(names).size).toBe(3)
      expect(Math.max(...names.map(name => name.length))).toBeLessThanOrEqual(64)
      expect(names.every(name => name.startsWith(`${LONGEST_STAGE}-`))).toBe(true)
      const role: string = only('AWS::IAM::Role').Properties.RoleName
      expect(role.length).toBeLessThanOrEqual(64)
      expect(role).toMatch(new RegExp(`^${LONGEST_STAGE}-.*-${region}$`))
    }
  })

  test('a function keeps its name when endpoints come and go around it', () => {
    const keys = (count: number) =>
      toModel(specOf({ endpoints: orders(count).reverse() })).functions.map(functionKey)
    expect(keys(5)).toEqual(expect.arrayContaining(keys(2)))
  })

  test('a name that fits is the plain one, a longer one ends in a hash of the whole', () => {
    expect(functionName('example-api', 'binMyevent')).toBe('example-api-binMyevent')
    const one = functionName('example-api', 'srcFunctionsOrdersListOne')
    const two = functionName('example-api', 'tmpFunctionsOrdersListOne')
    expect(one).toMatch(/^example-ap-.*-[0-9a-f]{8}$/)
    expect(one).not.toBe(two)
  })

  test('the stage of the deployment is in every name, last only in the stack', async () => {
    const { template } = await compiled(specOf({ stage: 'dev' }), { stage: 'prod' })
    const text = JSON.stringify(template)
    for (const name of ['example-users', 'user-pool-client', 'example-api-demo', 'example-api', 'cognito'])
      expect(text).toContain(`"prod-${name}"`)
    expect(text).not.toMatch(/"dev-|-dev"/)
  })
})

describe('logical ids', () => {
  test('of methods are the ones the framework makes', async () => {
    const endpoints = [
      endpoint('GET', '/'),
      endpoint('DELETE', '/a-b/{user.id}/C_d$e:f'),
      endpoint('ANY', '/v1.0/{proxy+}'),
      endpoint('HEAD', '/constructor/__proto__'),
    ]
    const { resources } = await compiled(specOf({ endpoints }))
    const made = Object.keys(resources).filter(id => resources[id]!.Type === 'AWS::ApiGateway::Method')
    expect(endpoints.map(methodLogicalId).sort()).toEqual(made.sort())
  })

  test("of ours never meet the framework's own", async () => {
    const { all } = await compiled(
      specOf({
        clients: [
          { ...specOf({}).clients[0]!, name: 'api-gateway-resource-user' },
          { ...specOf({}).clients[0]!, name: 'http-api' },
        ],
        endpoints: [endpoint('GET', '/user/client')],
      }),
    )
    expect(all('AWS::Cognito::UserPoolClient')).toHaveLength(2)
    expect(all('AWS::ApiGateway::Resource').map(({ Properties }) => Properties.PathPart)).toEqual([
      'user',
      'client',
    ])
  })
})

describe('the role', () => {
  const policies = async (count: number) =>
    JSON.stringify(
      (await compiled(specOf({ endpoints: orders(count) }))).only('AWS::IAM::Role').Properties.Policies,
    )

  test('names each log while its inline policy fits, and has the managed policy beyond', async () => {
    // IAM takes 10,240 characters; partition, Region and account are longer than their placeholders by less than that.
    expect((await policies(30)).length).toBeLessThan(10_240)
    const { only } = await compiled(specOf({ endpoints: orders(31) }))
    const { Policies, ManagedPolicyArns } = only('AWS::IAM::Role').Properties
    expect(Policies).toEqual([])
    expect(JSON.stringify(ManagedPolicyArns)).toContain('AWSLambdaBasicExecutionRole')
  })
})
