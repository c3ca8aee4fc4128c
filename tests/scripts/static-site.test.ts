import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../scripts/static-site.mjs'

const root = mkdtempSync(path.join(tmpdir(), 'site-'))
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}
write('index.html', '<title>index</title>')
write('guide/index.html', '<title>guide</title>')
write('404.html', '<title>not found</title>')
write('a b.txt', '0123456789')
write('_headers', '/*\n  X-Frame-Options: DENY\n/guide/\n  X-Page: guide\n')

const server = http.createServer(serveSite(root))
const port = () => (server.address() as AddressInfo).port
beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.close()
  rmSync(root, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** One request as it is written, over a connection of its own. */
const ask = (line: string, ...headers: readonly string[]) =>
  new Promise<Answer>((resolve, reject) => {
    const socket = net.connect(port(), '127.0.0.1')
    let received = ''
    socket.on('data', chunk => {
      received += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', body = ''] = received.split('\r\n\r\n')
      resolve({ status: Number(head.split(' ')[1]), head, body })
    })
    const host = headers.some(header => /^host:/i.test(header)) ? [] : ['Host: localhost']
    socket.write([`${line} HTTP/1.1`, ...host, 'Connection: close', ...headers, '', ''].join('\r\n'))
  })

describe('the server of the page', () => {
  it.each([
    ['GET /', 200, '<title>index</title>'],
    ['GET /guide/', 200, '<title>guide</title>'],
    ['GET /guide', 308, ''],
    ['GET /guide?x=1', 308, ''],
    ['GET /a%20b.txt', 200, '0123456789'],
    ['GET /nothing', 404, '<title>not found</title>'],
    ['GET //', 200, '<title>index</title>'],
    ['GET ///', 200, '<title>index</title>'],
    ['GET //evil.example', 404, '<title>not found</title>'],
    ['GET http://[', 400, 'The address of the request is not valid.'],
    ['GET *', 400, 'The address of the request is not valid.'],
    ['GET /%', 400, 'The address of the request is not valid.'],
    ['GET /%00', 400, 'The address of the request is not valid.'],
    ['GET /%2e%2e/%2e%2e/etc/passwd', 403, 'Not part of the site.'],
    ['POST /', 405, 'Use GET or HEAD.'],
    ['OPTIONS /', 405, 'Use GET or HEAD.'],
    ['HEAD /', 200, ''],
  ])('%s: %d', async (line, status, body) => {
    const answer = await ask(line)
    expect([answer.status, answer.body]).toEqual([status, body])
  })

  it('redirects a folder within the site', async () => {
    expect((await ask('GET /guide?x=1')).head).toMatch(/^location: \/guide\/\?x=1$/im)
    expect((await ask('GET //guide')).head).toMatch(/^location: \/guide\/$/im)
  })

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
    ['bytes=0-1,3-4', 200, '0123456789', undefined],
  ])('range %s: %d', async (range, status, body, contentRange) => {
    const answer = await ask('GET /a%20b.txt', `Range: ${range}`, 'Accept-Encoding: gzip')
    expect([answer.status, answer.body]).toEqual([status, body])
    expect(/^content-range: (.*)$/im.exec(answer.head)?.[1]).toBe(contentRange)
  })

  it('sends the Brotli version of a file to those who read it', async () => {
    const encodingOf = async (accepted: string) => {
      const { head } = await ask('GET /large.js', `Accept-Encoding: ${accepted}`)
      return /^content-encoding: (.*)$/im.exec(head)?.[1]
    }
    writeFileSync(path.join(root, 'large.js'), 'let a = 1\n'.repeat(200))
    expect(await encodingOf('gzip, br')).toBe('gzip')
    writeFileSync(path.join(root, 'large.js.br'), brotliCompressSync('let a = 1\n'.repeat(200)))
    expect(await encodingOf('gzip, deflate, br, zstd')).toBe('br')
    expect(await encodingOf('gzip')).toBe('gzip')
    expect(await encodingOf('identity')).toBeUndefined()
  })

  it.each([
    ['localhost:3000', 200],
    ['app.localhost', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
  ])('host %s: %d', async (host, status) => {
    expect((await ask('GET /', `Host: ${host}`)).status).toBe(status)
  })

  it('sends the headers of every rule that matches', async () => {
    const { head } = await ask('GET /guide/')
    expect(head).toMatch(/^x-frame-options: DENY$/im)
    expect(head).toMatch(/^x-page: guide$/im)
    expect((await ask('GET /')).head).not.toMatch(/x-page/i)
  })

  it('says so while a build replaces the files, and goes on', async () => {
    rmSync(path.join(root, '404.html'))
    const answer = await ask('GET /nothing')
    expect([answer.status, /^retry-after: 1$/im.test(answer.head)]).toEqual([503, true])
    write('404.html', '<title>not found</title>')
    expect((await ask('GET /nothing')).status).toBe(404)
  })
})
