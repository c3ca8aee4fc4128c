import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { check } from '../../cli/check'
import { UsageError } from '../../cli/command'
import { generate } from '../../cli/generate'
import { example } from '../../lib/document/example'

let folder: string
const inFolder = (...parts: string[]) => path.join(folder, ...parts)
const file = (name: string, content: string | Uint8Array) => writeFile(inFolder(name), content)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'generate-'))
  vi.stubEnv('INIT_CWD', folder)
  await file('wizard.json', JSON.stringify(example))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

describe('generate', () => {
  it('takes wizard.json of the caller, and flags and file in any order', async () => {
    const { status, stdout } = await generate(['--format', 'cloudformation'])
    expect(status).toBe(0)
    expect(stdout).toContain('AWSTemplateFormatVersion')
    expect(await generate(['wizard.json', '--format=cloudformation'])).toEqual({ status, stdout })
  })

  it('writes a project over its own files and leaves others', async () => {
    await mkdir(inFolder('out'))
    await file('out/mine.txt', 'mine')
    await file('out/template.yaml', 'old')
    const { status, stdout } = await generate(['--format', 'cloudformation', '--out', 'out'])
    expect([status, stdout]).toEqual([0, undefined])
    expect(await readFile(inFolder('out/mine.txt'), 'utf8')).toBe('mine')
    expect(await readFile(inFolder('out/template.yaml'), 'utf8')).toContain('AWSTemplateFormatVersion')
    expect((await stat(inFolder('out/deploy.sh'))).mode & 0o111).toBe(0o111)
  })

  it.each([
    ['a file where the folder should be', 'wizard.json'],
    ['a folder where a file should be', 'blocked'],
  ])('says that it cannot write: %s', async (_, out) => {
    await mkdir(inFolder('blocked/serverless.yml'), { recursive: true })
    const written = generate(['--format', 'serverless', '--out', out])
    await expect(written).rejects.toThrow(UsageError)
    await expect(written).rejects.toThrow(`cannot write to ${out}`)
  })

  it('writes nothing of a refused spec', async () => {
    await file('empty.json', '{}')
    expect((await generate(['--format', 'cdk', '--out', 'none', 'empty.json'])).status).toBe(1)
    await expect(stat(inFolder('none'))).rejects.toThrow('ENOENT')
  })

  it.each([
    [[]],
    [['--format', 'pulumi']],
    [['--format', 'cdk', 'a.json', 'b.json']],
    [['--format', 'cdk', '--x']],
  ])('is wrong usage: %j', async args => {
    await expect(generate(args)).rejects.toThrow(UsageError)
  })
})

describe('check', () => {
  const codesOf = async (content: string | Uint8Array) => {
    await file('checked.json', content)
    const { status, stdout = '' } = await check(['checked.json', '--json'])
    const { errors, findings } = JSON.parse(stdout)
    return {
      status,
      findings,
      errors: errors.map((error: { code: string; path: string }) => `${error.path}:${error.code}`),
    }
  }

  it('takes a byte order mark, and as many bytes as are allowed', async () => {
    const text = JSON.stringify(example)
    expect((await codesOf(`\uFEFF${text}`)).status).toBe(0)
    expect((await codesOf(text.padEnd(1_048_576))).status).toBe(0)
    expect(await codesOf(text.padEnd(1_048_577))).toEqual({
      status: 1,
      errors: [':DOCUMENT_TOO_LARGE'],
      findings: [],
    })
  })

  it.each([
    ['text that is not UTF-8', new Uint8Array([0xff, 0xfe]), 'NOT_JSON'],
    ['what is not JSON', '{', 'NOT_JSON'],
    ['a list', '[]', 'NOT_AN_OBJECT'],
  ])('refuses %s as a whole', async (_, content, code) => {
    expect(await codesOf(content)).toEqual({ status: 1, errors: [`:${code}`], findings: [] })
  })

  it('counts acknowledged findings as done, and says so', async () => {
    const endpoint = { ...example.endpoints[0], path: '/health', auth: 'none', scopes: [] }
    const spec = { ...example, endpoints: [...example.endpoints, endpoint] }
    const acknowledged = [{ code: 'PUBLIC_ENDPOINT', at: 'GET /health' }, { code: 'PLUS_TIER_COST' }]
    const before = await codesOf(JSON.stringify(spec))
    const after = await codesOf(JSON.stringify({ ...spec, acknowledged }))
    expect(after.status).toBe(0)
    expect(before.findings.map((one: object) => 'acknowledged' in one)).not.toContain(true)
    expect(after.findings).toEqual(
      before.findings.map((one: { code: string }) =>
        one.code === 'PUBLIC_ENDPOINT' ? { ...one, acknowledged: true } : one,
      ),
    )
    const { stdout = '' } = await check(['checked.json'])
    expect(stdout).toMatch(/is valid, \d+ findings?, 1 acknowledged$/m)
    expect(stdout).toContain('\nacknowledged PUBLIC_ENDPOINT at endpoints.1.auth\n')
    expect(stdout).not.toContain('warning PUBLIC_ENDPOINT')
  })

  it('shows the name of an unknown key, and lets none of it act on the terminal', async () => {
    await file('checked.json', JSON.stringify({ ...example, '\u001b[2J': 1 }))
    expect((await check(['checked.json'])).stderr).toContain('  \\u001b[2J: ')
  })

  it('cannot read what is not there', async () => {
    await expect(check(['none.json'])).rejects.toThrow('no such file')
  })
})
