import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { example } from '../../lib/document/example'
import { runCommand } from './process'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'streams-'))
  await writeFile(path.join(folder, 'wizard.json'), JSON.stringify(example))
  const keys = {
    keys: [{ kty: 'RSA', kid: 'a\u001b]0;owned\u0007\u009b31m\u202e', use: 'enc', n: 'AQ', e: 'AQ' }],
  }
  await writeFile(path.join(folder, 'keys.json'), JSON.stringify(keys))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const isUnprintable = /[^\P{Cc}\n]|\p{Cf}/u

describe('input without an end', () => {
  it.each([
    ['check', ['check', '-'], 1, 'larger than 1 MiB'],
    ['generate', ['generate', '--format', 'cdk', '-'], 1, 'larger than 1 MiB'],
    ['a key set', ['inspect', '--jwks', '-', 'x'], 1, 'larger than 1 MiB'],
    ['a token', ['inspect', '-'], 1, 'larger than 8 MiB'],
    ['checks', ['local', '--check', '-'], 1, 'larger than 8 MiB'],
    ['import', ['import', '-'], 1, 'larger than 1 MiB'],
  ])('is read up to the limit: %s', async (_, args, status, message) => {
    const ended = await runCommand(args, { folder, endless: 'x ' })
    expect(ended.status).toBe(status)
    expect(ended.stderr).toContain(message)
    expect(ended.stderr).not.toMatch(/\n\s+at /)
  })

  it('is a refused file for doctor, and no response for explain', async () => {
    const doctor = await runCommand(['doctor', '-'], { folder, endless: 'x ' })
    expect(doctor.status).toBe(1)
    expect(doctor.stdout).toContain('larger than 1 MiB')
    const explain = await runCommand(['explain'], { folder, endless: 'x ' })
    expect([explain.status, explain.stdout]).toEqual([0, expect.stringContaining('not a known')])
  })

  it.skipIf(!existsSync('/dev/zero')).each([['check'], ['doctor'], ['local']])(
    'is refused from a device: %s',
    async word => {
      const { status, stdout, stderr } = await runCommand([word, '/dev/zero'], { folder })
      expect(status).toBe(1)
      expect(stdout + stderr).toContain('larger than 1 MiB')
    },
  )
})

describe('output that nobody reads', () => {
  it('ends the command quietly when the pipe is closed', async () => {
    const { status, stderr } = await runCommand(['schema'], { folder, closesAfter: () => {} })
    expect([status, stderr]).toEqual([0, ''])
  })

  it('ends a server quietly too', async () => {
    const server = ['local', '--port', '0', '--issuer-port', '0', '--stub', '--json']
    const { status, stderr } = await runCommand(server, {
      folder,
      // The log line of the request is what it cannot write.
      closesAfter: text => void fetch(JSON.parse(text).url).catch(() => {}),
    })
    expect([status, stderr]).toEqual([0, ''])
  })

  it.skipIf(!existsSync('/dev/full'))('is one line and status 2 on a full disk', async () => {
    for (const args of [['schema'], ['check'], ['check', '--json']]) {
      const { status, stderr } = await runCommand(args, { folder, stdoutFile: '/dev/full' })
      expect(status).toBe(2)
      expect(stderr).toBe('cannot write the output: there is no space left on the device\n')
    }
  })
})

describe('what strangers wrote', () => {
  const EVIL = 'x\u001b[31m\n\u009b31m\u202ey'
  it.each([
    ['an unknown command', [EVIL], 2],
    ['an unknown flag', ['check', `--${EVIL}`], 2],
    ['a file name', ['check', EVIL], 2],
    ['the name of a template', ['doctor', EVIL], 2],
    ['a format', ['generate', '--format', EVIL], 2],
    ['a folder', ['generate', '--format', 'cdk', '--out', `wizard.json/${EVIL}`], 2],
    ['a client', ['sample-token', '--client', EVIL], 1],
    ['a time', ['inspect', '--now', EVIL, 'x'], 2],
    ['a key set', ['inspect', '--jwks', 'keys.json', 'x'], 0],
    ['a key set, for programs', ['inspect', '--json', '--jwks', 'keys.json', EVIL], 0],
    ['a spec or preset', ['local', EVIL], 2],
    ['a request', ['local', '--once', EVIL], 2],
    ['a response', ['explain', EVIL], 0],
  ])('reaches the terminal only escaped: %s', async (_, args) => {
    const { stdout, stderr } = await runCommand(args, { folder })
    expect(stdout + stderr).not.toBe('')
    expect(stdout + stderr).not.toMatch(isUnprintable)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('is cut at a sane length', async () => {
    const { status, stderr } = await runCommand(['schema', 'a'.repeat(100_000)], { folder })
    expect(status).toBe(2)
    expect(stderr.length).toBeLessThan(5000)
    expect(stderr).toContain('(cut after')
  })

  it('does not become a line of its own', async () => {
    const { stderr } = await runCommand(['check', 'a\nb'], { folder })
    expect(stderr).toBe('check: cannot read a\\u000ab: there is no such file\n')
  })
})
