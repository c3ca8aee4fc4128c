import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http, { type RequestListener, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serveSite } from '../../scripts/static-site.mjs'

const root = path.join(import.meta.dirname, '../..')
const OUT = path.join(root, process.env.E2E_OUT || 'out')

export interface OwnSite {
  readonly port: number
  /** Answers with another build of the same sources from now on, as after a deployment. */
  publishNext(): void
  /** Answers as another program on the same port. */
  replaceBy(answer: RequestListener): void
  /** Answers the requests for {@link SLOW}. */
  answerSlow(): void
  stop(): Promise<void>
}

/** A request for this path gets its answer from `answerSlow`. */
export const SLOW = '/slow'

/** Serves the built page from a server of its own, which can be stopped, or get another build. */
export async function startOwnSite(): Promise<OwnSite> {
  let answer: RequestListener = serveSite(OUT)
  let next: string | undefined
  const slow: ServerResponse[] = []
  const server = http.createServer((request, response) => {
    if (request.url === SLOW) slow.push(response)
    else answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    publishNext() {
      next ??= nextBuild()
      answer = serveSite(next)
    },
    replaceBy(other) {
      answer = other
    },
    answerSlow() {
      for (const response of slow.splice(0)) response.end('done')
    },
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      if (next !== undefined) rmSync(next, { recursive: true, force: true })
    },
  }
}

/** A copy of the site as a change of the sources would make it: Next names the build in every page and payload. */
function nextBuild(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'next-build-'))
  cpSync(OUT, folder, { recursive: true, filter: file => !file.endsWith('.br') })
  const [id = ''] =
    /(?<=\\?"b\\?":\\?")[0-9a-f]{20}/.exec(readFileSync(path.join(OUT, 'index.txt'), 'utf8')) ?? []
  if (!id) throw new Error('index.txt does not name its build')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:html|txt)$/.test(name)) continue
    const text = readFileSync(path.join(folder, name), 'utf8')
    // What the scripts below add to a page.
    const added =
      /<meta name="build"[^>]*>|<meta http-equiv="Content-Security-Policy"[^>]*><script>.*?<\/script>/g
    writeFileSync(path.join(folder, name), text.replaceAll(added, '').replaceAll(id, 'f'.repeat(20)))
  }
  for (const script of ['csp.mjs', 'service-worker.mjs']) {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts', script), folder])
    if (status !== 0) throw new Error(`${script}: ${stderr}`)
  }
  return folder
}
