import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'
import { repairTemplates } from '@/lib/examine-templates'
import { workOf } from '../../work'

/** Authorizers with a slash at the end: without it every other one is right, and the rest stay wrong. */
const template = (authorizers: number, comment = 0) => ({
  path: 'template.yaml',
  text: `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: n, ProtocolType: HTTP } }
${Array.from(
  { length: authorizers },
  (_, i) => `  Guard${i}:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: guard${i}
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: !Sub 'https://${i % 2 ? 'cognito-idp.eu-west-1.amazonaws.com' : 'x.auth.eu-west-1.amazoncognito.com'}/\${Pool}/', Audience: [x] }
`,
).join('')}# ${'x'.repeat(comment)}
`,
})

it('each repair is proved where every other one cannot be, though much is read for it', () => {
  const { findings } = reportOf(diagnose([template(40, 400_000)]))
  const found = findings.filter(({ code }) => code === 'ISSUER_MISMATCH')
  expect(found).toHaveLength(40)
  expect(found.filter(({ repair }) => repair)).toHaveLength(20)
  expect(found.filter(({ fix }) => /not proved here/.test(fix))).toEqual([])
})

const repaired = (authorizers: number) => () => repairTemplates({ files: [template(authorizers)] })

it('everything is repaired that can be', () => {
  const { files, labels } = repaired(10)()
  expect(labels).toHaveLength(5)
  const left = diagnose(files).findings.filter(({ code }) => code === 'ISSUER_MISMATCH')
  expect(left).toHaveLength(5)
})

it('the files are not searched again for each of these repairs', () => {
  repaired(4)()
  const [work, twice] = [10, 20].map(count => workOf(repaired(count)))
  expect(twice).toBeLessThan(4.5 * work!)
})
