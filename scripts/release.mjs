// Makes a release: npm run release -- major|minor|patch|X.Y.Z [--go]
// Without --go it checks everything and changes nothing. With it, the version, the changelog, a commit and a tag are made;
// pushing and publishing stay with a person.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { nextVersion, releaseChangelog } from './release/plan.mjs'

const args = process.argv.slice(2)
const go = args.includes('--go')
const words = args.filter(word => word !== '--go')

/** Runs a command; its output on standard output. Throws with what it printed when it fails. */
function run(command, ...rest) {
  const { status, stdout, stderr, error } = spawnSync(command, rest, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (status !== 0)
    throw new Error(`${command} ${rest.join(' ')} failed.\n${error ?? `${stdout}${stderr}`.trim()}`)
  return stdout.trim()
}

const steps = {
  'the working tree is clean': () => {
    const changed = run('git', 'status', '--porcelain')
    if (changed) throw new Error(`Commit or remove these first:\n${changed}`)
  },
  'this is the main branch': () => {
    const branch = run('git', 'rev-parse', '--abbrev-ref', 'HEAD')
    if (branch !== 'main') throw new Error(`This is ${branch}. Releases are made from main.`)
  },
  'the tests pass': () => run('npm', 'test'),
  'the package has everything it names': () => {
    const [{ files }] = JSON.parse(run('npm', 'pack', '--dry-run', '--json'))
    const packed = new Set(files.map(({ path }) => path))
    const { bin = {}, exports = {}, types } = JSON.parse(readFileSync('package.json', 'utf8'))
    const named = [...Object.values(bin), ...Object.values(exports['.'] ?? {}), ...(types ? [types] : [])]
    const missing = named.map(file => file.replace(/^\.\//, '')).filter(file => !packed.has(file))
    if (missing.length > 0) throw new Error(`The package lacks ${missing.join(', ')}.`)
  },
}

function writeRelease(version, changelog) {
  for (const file of ['package.json', 'package-lock.json'].filter(file => existsSync(file))) {
    const json = JSON.parse(readFileSync(file, 'utf8'))
    json.version = version
    if (json.packages?.['']) json.packages[''].version = version
    writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`)
  }
  writeFileSync('CHANGELOG.md', changelog)
  run('git', 'commit', '--all', '--message', `chore(release): ${version}`)
  run('git', 'tag', '--annotate', `v${version}`, '--message', `v${version}`)
}

try {
  if (words.length !== 1) throw new Error('Usage: npm run release -- major|minor|patch|X.Y.Z [--go]')
  const version = nextVersion(JSON.parse(readFileSync('package.json', 'utf8')).version, words[0])
  const today = new Date().toISOString().slice(0, 10)
  const { notes, changelog } = releaseChangelog(readFileSync('CHANGELOG.md', 'utf8'), version, today)
  console.log(`Release ${version}\n\n${notes}\n`)
  for (const [name, step] of Object.entries(steps)) {
    step()
    console.log(`ok  ${name}`)
  }
  if (go) {
    writeRelease(version, changelog)
    console.log(
      `\nCommitted and tagged v${version}. To publish it:\n\n  git push --follow-tags\n  npm publish`,
    )
  } else console.log('\nDry run: nothing was changed. Add --go to make the commit and the tag.')
} catch (error) {
  console.error(`release: ${error.message}`)
  process.exitCode = 1
}
