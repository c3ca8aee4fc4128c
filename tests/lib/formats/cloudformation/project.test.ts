import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { example } from '@/lib/document/example'
import type { SpecInput } from '@/lib/document/spec'
import { accepted } from '../../project/hostile'

/** What deploy.sh would take from the tester's own shell. */
const UNSET = { STAGE: undefined, REGION: undefined, USER_POOL_ID: undefined, S3_BUCKET: undefined }

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

/** Runs deploy.sh from elsewhere, with an `aws` that writes down what it is asked. */
function deploy(
  spec: SpecInput,
  env: Readonly<Record<string, string>> = {},
  format: 'cloudformation' | 'cloudformation-json' = 'cloudformation',
) {
  const folder = mkdtempSync(join(tmpdir(), 'cfn project '))
  made.push(folder)
  for (const { path, text, executable } of accepted(spec).project(format).files) {
    writeFileSync(join(folder, path), text)
    if (executable) chmodSync(join(folder, path), 0o755)
  }
  writeFileSync(
    join(folder, 'aws'),
    `#!/bin/sh\necho "$*" >> '${folder}/asked'\ncase "$*" in *get-caller-identity*) echo 123456789012 ;; *head-bucket*) exit 254 ;; esac\n`,
  )
  chmodSync(join(folder, 'aws'), 0o755)
  const { status, stderr } = spawnSync(join(folder, 'deploy.sh'), {
    cwd: '/',
    env: { ...process.env, ...UNSET, PATH: `${folder}:${process.env.PATH}`, ...env },
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')
}

const large: SpecInput = {
  ...example,
  endpoints: Array.from({ length: 60 }, (_, i) => ({
    ...example.endpoints[0]!,
    path: `/p${i}`,
    handler: `bin/h${i}.handler`,
  })),
}

describe('deploy.sh', () => {
  it('deploys the stage of the spec', () => {
    const [first, second, ...more] = deploy(example)
    expect(first).toBe(
      'cloudformation deploy --template-file template.yaml --stack-name example-api-dev --region us-east-1' +
        ' --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset --parameter-overrides Stage=dev',
    )
    expect(second).toMatch(/^cloudformation describe-stacks --stack-name example-api-dev /)
    expect(more).toEqual([])
  })

  it('deploys another stage on request', () => {
    const [first] = deploy(example, { STAGE: 'prod' })
    expect(first).toContain('--stack-name example-api-prod ')
    expect(first).toContain('--parameter-overrides Stage=prod')
  })

  it('hands over an existing pool', () => {
    const spec: SpecInput = { ...example, userPool: { source: 'existing', userPoolId: 'us-east-1_AbC' } }
    expect(deploy(spec)[0]).toContain('--parameter-overrides Stage=dev UserPoolId=us-east-1_AbC')
    expect(deploy(spec, { USER_POOL_ID: 'us-east-1_X' })[0]).toContain('UserPoolId=us-east-1_X')
  })

  it('uploads a large template through S3', () => {
    const bucket = 'cognito-scope-wizard-123456789012-us-east-1'
    const asked = deploy(large)
    expect(asked).toContain(`s3 mb s3://${bucket} --region us-east-1`)
    expect(asked.find(line => line.startsWith('cloudformation deploy'))).toMatch(
      new RegExp(`--s3-bucket ${bucket} --s3-prefix example-api-dev$`),
    )
    expect(deploy(large, { S3_BUCKET: 'mine' }).find(line => line.includes(' deploy '))).toContain(
      '--s3-bucket mine ',
    )
  })

  it('deploys the JSON template in its project', () => {
    expect(deploy(example, {}, 'cloudformation-json')[0]).toContain('--template-file template.json')
  })
})

it('contains both templates, as they are shown, and the spec', () => {
  const compiled = accepted(example)
  const files = new Map(compiled.project('cloudformation').files.map(({ path, text }) => [path, text]))
  expect([...files.keys()].sort()).toEqual([
    'README.md',
    'deploy.sh',
    'template.json',
    'template.yaml',
    'wizard.json',
  ])
  expect(files.get('template.yaml')).toBe(compiled.output('cloudformation').text)
  expect(files.get('template.json')).toBe(compiled.output('cloudformation-json').text)
  expect(JSON.parse(files.get('wizard.json')!)).toEqual(example)
})
