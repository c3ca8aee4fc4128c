import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { check } from '../../cli/check'
import { doctor } from '../../cli/doctor'
import { generate } from '../../cli/generate'
import { inspect } from '../../cli/inspect'
import { local } from '../../cli/local'
import { sampleToken } from '../../cli/sample-token'
import { example } from '../../lib/document/example'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'other-file-'))
  vi.stubEnv('INIT_CWD', folder)
  const files = {
    'serverless.yml': 'service: notes\nprovider:\n  name: aws\n',
    'template.json': JSON.stringify({ Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } } }),
    'keys.json': '{"keys":[]}',
    'faulty.json': JSON.stringify({ ...example, stage: 'UPPER' }),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

const SERVERLESS = 'This is a serverless.yml, not a wizard.json. The `doctor` command reads it'

describe('a file that is not a wizard.json', () => {
  it.each([
    ['check', check, ['serverless.yml']],
    ['generate', generate, ['--format', 'cdk', 'serverless.yml']],
    ['generate --out', generate, ['--format', 'cdk', '--out', 'x', 'serverless.yml']],
    ['inspect', inspect, ['--spec', 'serverless.yml', 'x']],
    ['sample-token', sampleToken, ['--client', 'web', 'serverless.yml']],
  ])('is named by %s, in one line', async (_, command, args) => {
    const { status, stdout, stderr } = await command(args)
    expect([status, stdout]).toEqual([1, undefined])
    expect(stderr?.split('\n')).toEqual([
      'serverless.yml is refused, 1 error:',
      expect.stringContaining(SERVERLESS),
      '',
    ])
  })

  it('is named by local, which reads templates', async () => {
    const { status, stderr } = await local(['keys.json'])
    expect(status).toBe(1)
    expect(stderr).toContain('This is a key set (JWKS), not a wizard.json.')
    const template = await local(['template.json'])
    expect(template.status).toBe(1)
    expect(template.stderr).not.toContain('not a wizard.json')
  })

  it('has one error for programs', async () => {
    const { stdout = '' } = await check(['--json', 'template.json'])
    expect(JSON.parse(stdout)).toMatchObject({ errors: [{ code: 'OTHER_FILE', path: '' }], findings: [] })
  })
})

describe('a file that is not a template', () => {
  it.each([
    ['a key set (JWKS)', '{"keys":[]}'],
    ['a token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1In0.c2ln'],
    ['a zip archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0xff)],
  ])('is named by doctor: %s', async (name, content) => {
    await writeFile(path.join(folder, 'given'), content)
    const { status, stdout } = await doctor(['given'])
    expect(status).toBe(1)
    expect(stdout).toContain(`refused: This is ${name}, not a template.`)
  })
})

it('a wizard.json with a fault keeps its own error', async () => {
  const { stdout = '' } = await check(['--json', 'faulty.json'])
  expect(JSON.parse(stdout).errors.map(({ path: at }: { readonly path: string }) => at)).toEqual(['stage'])
})
