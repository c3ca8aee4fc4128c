import { expect, it } from 'vitest'
import { reportOf } from '../../../lib/doctor/report'
import { diagnoseText } from './files'

// API Gateway gives the security of the document to operations that SAM writes none into.
it.each(['HttpApi', 'Api'])('what the definition of an %s of SAM requires may count for its events', kind => {
  const { access, findings, undecided } = reportOf(
    diagnoseText(`Transform: AWS::Serverless-2016-10-31
Resources:
  Notes:
    Type: AWS::Serverless::${kind}
    Properties:
      StageName: dev
      MergeDefinitions: true
      DefinitionBody: { openapi: 3.0.1, info: { title: a, version: '1' }, security: [{ Pool: [notes/read] }], paths: {} }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: ${kind}, Properties: { ${kind === 'Api' ? 'RestApiId' : 'ApiId'}: !Ref Notes, Path: /a, Method: get } } } }
`),
  )
  expect(access).toMatchObject([{ endpoint: 'GET /a', authorization: 'unknown' }])
  expect(findings).toEqual([])
  expect(undecided.map(({ because }) => because[0]?.message)).toContain(
    'The definition sets security for all its operations, which is not read for events.',
  )
})
