import { afterEach, expect, it, vi } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'

const API = '"Api":{"Type":"AWS::ApiGatewayV2::Api","Properties":{"Name":"x","ProtocolType":"HTTP"}}'
const ROUTE = '{"Type":"AWS::ApiGatewayV2::Route","Properties":{"ApiId":{"Ref":"Api"}}}'
const CHILD =
  '{"Type":"AWS::CloudFormation::Stack","Properties":{"TemplateURL":"child.json","Parameters":{"Api":{"Ref":"Api"}}}}'

const many = (count: number, resource: string) =>
  Array.from({ length: count }, (_, i) => `"R${i}":${resource}`).join()

afterEach(() => vi.restoreAllMocks())

/** How many values the maps have that a diagnosis goes through, each as often as it does so. */
function visited(files: Parameters<typeof diagnose>[0]): number {
  let count = 0
  const values = Map.prototype.values
  vi.spyOn(Map.prototype, 'values').mockImplementation(function (this: Map<unknown, unknown>) {
    count += this.size
    return values.call(this)
  })
  diagnose(files)
  vi.restoreAllMocks()
  return count
}

// More than 500 things of a kind are read, and not judged.
it.each<[string, (count: number) => readonly string[]]>([
  ['functions', count => [`{"Resources":{${many(count, '{"Type":"AWS::Lambda::Function"}')}}}`]],
  ['functions of SAM', count => [`{"Resources":{${many(count, '{"Type":"AWS::Serverless::Function"}')}}}`]],
  ['routes', count => [`{"Resources":{${API},${many(count, ROUTE)}}}`]],
  [
    'routes of a nested stack',
    count => [
      `{"Resources":{${API},"Child":${CHILD}}}`,
      `{"Parameters":{"Api":{"Type":"String"}},"Resources":{${many(count, ROUTE)}}}`,
    ],
  ],
  [
    'nested stacks',
    count => [
      `{"Resources":{${API},${many(count, CHILD)}}}`,
      `{"Parameters":{"Api":{"Type":"String"}},"Resources":{"Route":${ROUTE}}}`,
    ],
  ],
])('twice as many %s are gone through no more than twice as often', (_, texts) => {
  const files = (count: number) =>
    texts(count).map((text, i) => ({ path: i === 0 ? 'parent.json' : 'child.json', text }))
  expect(visited(files(2000))).toBeLessThan(2.2 * visited(files(1000)))
})
