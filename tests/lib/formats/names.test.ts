import { expect, it } from 'vitest'
import { formats } from '@/lib/compile'

/** Formats of one name are one tab of the page; the label names each in a list of all. */
it('formats have these names', () => {
  const names = formats.map(({ id, name, label, language }) => `${id}: ${name}, ${label}, ${language}`)
  expect(names).toEqual([
    'cloudformation: CloudFormation, CloudFormation, yaml',
    'cloudformation-json: CloudFormation, CloudFormation JSON, json',
    'sam: SAM, SAM, yaml',
    'serverless: Serverless, Serverless, yaml',
    'cdk: CDK, CDK, typescript',
    'terraform: Terraform, Terraform, hcl',
    'openapi: OpenAPI, OpenAPI, yaml',
  ])
})
