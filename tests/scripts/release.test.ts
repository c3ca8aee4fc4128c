import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextVersion } from '../../scripts/release/plan.mjs'

const script = path.resolve(import.meta.dirname, '../../scripts/release.mjs')
const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- A thing that costs $& nothing.

## [1.4.2] - 2026-01-02

- Older.
`

let folder: string
const at = (name: string) => path.join(folder, name)
const read = (name: string) => readFileSync(at(name), 'utf8')
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
}
const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim()

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'release-'))
  const manifest = {
    name: 'thing',
    version: '1.4.2',
    types: './dist/index.d.ts',
    bin: { thing: 'dist/cli.js' },
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist'],
    scripts: { test: 'node test.js' },
  }
  const lock = { name: 'thing', version: '1.4.2', lockfileVersion: 3, packages: { '': { version: '1.4.2' } } }
  writeFileSync(at('package.json'), JSON.stringify(manifest))
  writeFileSync(at('package-lock.json'), JSON.stringify(lock))
  writeFileSync(at('CHANGELOG.md'), CHANGELOG)
  writeFileSync(at('test.js'), '')
  mkdirSync(at('dist'))
  for (const name of ['index.js', 'index.d.ts', 'cli.js'])
    writeFileSync(at(`dist/${name}`), '#!/usr/bin/env node\n')
  git('init', '--quiet', '--initial-branch', 'main')
  commit('start')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function commit(message: string): void {
  git('add', '--all')
  git('commit', '--quiet', '--message', message)
}

function release(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('the version', () => {
  it.each([
    ['patch', '1.4.3'],
    ['minor', '1.5.0'],
    ['major', '2.0.0'],
    ['1.4.10', '1.4.10'],
    ['1.10.0', '1.10.0'],
  ])('%s after 1.4.2 is %s', (word, version) => {
    expect(nextVersion('1.4.2', word)).toBe(version)
  })
})

describe('a dry run', () => {
  it('says what would be released and changes nothing', () => {
    const before = git('rev-parse', 'HEAD')
    const { status, stdout, stderr } = release('minor')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Release 1.5.0\n\n### Added\n\n- A thing that costs $& nothing.\n')
    expect(stdout).toContain('nothing was changed')
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain'), git('tag')]).toEqual([before, '', ''])
  })
})

describe('a release', () => {
  it('is in version, lock file, changelog, commit and tag', () => {
    const version = '1.5.0'
    expect(release('minor', '--go')).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(read('package.json')).version).toBe(version)
    expect(JSON.parse(read('package-lock.json'))).toMatchObject({ version, packages: { '': { version } } })
    expect(git('log', '-1', '--format=%s')).toBe(`chore(release): ${version}`)
    expect(git('tag', '--points-at', 'HEAD')).toBe(`v${version}`)
    expect(git('status', '--porcelain')).toBe('')
    const date = /^## \[[\d.]+\] - (\d{4}-\d\d-\d\d)$/m.exec(read('CHANGELOG.md'))?.[1]
    expect(read('CHANGELOG.md')).toBe(
      CHANGELOG.replace('## [Unreleased]\n', `## [Unreleased]\n\n## [${version}] - ${date}\n`),
    )
  })
})

describe('is refused, and nothing changes, when', () => {
  it.each<[string, readonly string[], () => void, string]>([
    ['no version is given', [], () => {}, 'Usage'],
    ['the version is none', ['next'], () => {}, 'next is not a version'],
    ['the version is the present one', ['1.4.2'], () => {}, 'not later than 1.4.2'],
    ['the version is older', ['1.3.9'], () => {}, 'not later than 1.4.2'],
    ['a file is not committed', ['patch'], () => writeFileSync(at('new.txt'), ''), 'new.txt'],
    ['the branch is another', ['patch'], () => git('checkout', '--quiet', '-b', 'other'), 'This is other'],
    [
      'the changelog says nothing',
      ['patch'],
      () => {
        writeFileSync(at('CHANGELOG.md'), CHANGELOG.replace(/- A thing.*/, ''))
        commit('no notes')
      },
      'nothing under Unreleased',
    ],
    [
      'a test fails',
      ['patch'],
      () => {
        writeFileSync(at('test.js'), 'throw new Error("red")')
        commit('red')
      },
      'npm test failed',
    ],
    [
      'the package lacks a file that it names',
      ['patch'],
      () => {
        rmSync(at('dist/index.d.ts'))
        commit('no types')
      },
      'lacks dist/index.d.ts',
    ],
  ])('%s', (_, args, arrange, reason) => {
    arrange()
    const before = [git('rev-parse', 'HEAD'), git('status', '--porcelain')]
    const { status, stderr } = release(...args, '--go')
    expect(status).toBe(1)
    expect(stderr).toContain(reason)
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain')]).toEqual(before)
    expect(git('tag')).toBe('')
  })
})
