import { expect, it } from 'vitest'
import { readFiles } from '@/lib/read/read'
import { workOf } from '../../work'

/** Events, each with a resource that changes its method, among as many others. */
function service(size: number): string {
  const numbers = Array.from({ length: size }, (_, i) => i)
  const events = numbers.map(i => `      - http: GET p${i}`)
  const resources = numbers.map(
    i => `    ApiGatewayMethodP${i}Get: { Type: AWS::ApiGateway::Method, Properties: { AuthorizationScopes: [email] } }
    Topic${i}: { Type: AWS::SNS::Topic }`,
  )
  return `service: notes
provider: { name: aws }
functions:
  list:
    handler: src/list.handler
    events:
${events.join('\n')}
resources:
  Resources:
${resources.join('\n')}
`
}

it('reads events beside resources in steps that grow as they do', () => {
  const work = (size: number) => {
    const text = service(size)
    return workOf(() => readFiles([{ path: 'serverless.yml', text }]))
  }
  work(10)
  expect(work(1000) / work(500)).toBeLessThan(2.2)
})
