// Makes `npm start` and `npm test` work on a fresh clone: node scripts/ensure.mjs deps build browser
// Plain Node: it runs before anything is installed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildId } from './build-id.mjs'
import { findBrowser } from './find-browser.mjs'
import { at, die, run, say } from './run.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  die(`Node 20.19 or later is needed; this is ${process.version}.`)

const read = file => (existsSync(file) ? readFileSync(file, 'utf8') : '')
function stamp(file, text) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function deps() {
  const mark = at('node_modules/.ensure-stamp')
  const wanted = createHash('sha256')
    .update(read(at('package.json')))
    .update(read(at('package-lock.json')))
    .update(process.platform + process.arch)
    .digest('hex')
  if (read(mark) === wanted) return
  say('installing packages (npm ci)')
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  // NODE_ENV=production outside must not leave out what the build and the tests need.
  if (
    !run([...npm, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--prefer-offline'])
  )
    die('npm ci failed; see the output above.')
  stamp(mark, wanted)
}

function build() {
  const mark = at('.next/.ensure-stamp')
  const wanted = buildId()
  if (read(mark) === wanted && existsSync(at('out/index.html'))) return
  say('building the page')
  rmSync(mark, { force: true })
  if (!run([process.execPath, at('scripts/build.mjs')])) die('the build failed; see the output above.')
  stamp(mark, wanted)
}

async function browser() {
  if (await findBrowser()) return
  say('no Chromium found: trying Playwright’s own')
  const root = process.getuid?.() === 0
  run(
    [
      process.execPath,
      at('node_modules/playwright/cli.js'),
      'install',
      ...(root ? ['--with-deps'] : []),
      'chromium',
    ],
    {
      timeout: 240_000,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    },
  )
  if (await findBrowser()) return
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    const apt = [...(root ? [] : ['sudo', '-n']), 'apt-get']
    const options = { timeout: 600_000, env: { DEBIAN_FRONTEND: 'noninteractive' } }
    const install = name =>
      run([...apt, 'install', '-y', '-qq', '--no-install-recommends', name, 'fonts-dejavu-core'], options)
    say(`trying ${apt.join(' ')} install chromium`)
    // Debian has both, Ubuntu only the second.
    if (run([...apt, 'update', '-qq'], options)) install('chromium-headless-shell') || install('chromium')
  }
  if (!(await findBrowser()))
    die('no Chromium. Run `npx playwright install --with-deps chromium`, or set CHROMIUM_PATH to one.')
}

const steps = { deps, build, browser }
for (const step of process.argv.slice(2)) await steps[step]()
