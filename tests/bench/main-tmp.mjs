// Measurements of the published command and of the built page in a real browser: nothing here passes or fails.
//   npm run bench [start] [bytes] [load] [keystroke] [outputs] [paste] [doctor] [gateway] [session]
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { chromium } from 'playwright'
import { findBrowser } from '../../scripts/find-browser.mjs'
import { at } from '../../scripts/run.mjs'
import { bytes } from './bytes.mjs'
import { doctor } from './doctor.mjs'
import { gateway } from './gateway.mjs'
import { keystroke } from './ks-tmp.mjs'
import { load } from './load.mjs'
import { outputs } from './outputs.mjs'
import { paste } from './paste.mjs'
import { session } from './session.mjs'
import { start } from './start.mjs'

const benches = { start, bytes, load, keystroke, outputs, paste, doctor, gateway, session }
const chosen = process.argv.slice(2)

const port = await new Promise(resolve => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address()
    probe.close(() => resolve(port))
  })
})
const server = spawn(process.execPath, [at('scripts/serve.mjs'), process.env.BENCH_OUT ?? at('out')], {
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'pipe', 'inherit'],
})
await new Promise((resolve, reject) => {
  server.stdout.once('data', resolve)
  server.once('exit', () => reject(new Error('the page could not be served')))
})
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

try {
  for (const [name, bench] of Object.entries(benches)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    console.log(`\n${name}`)
    for (const row of await bench(browser, `http://localhost:${port}`)) console.log(`  ${row}`)
  }
} finally {
  await browser.close()
  server.kill()
}
