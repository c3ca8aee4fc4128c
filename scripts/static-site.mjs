// Answers requests for the files of a static site, with the headers of its _headers file. Node alone, no dependency.
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { headersFor, parseHeaders } from './headers.mjs'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const COMPRESSES = /^(text\/|application\/(json|manifest)|image\/svg|font\/ttf)/
const LOOPBACK_HOST = /^(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i

/**
 * Creates the request listener of a server for the files in `root`. With `anyHost`, the Host header can have any value;
 * otherwise only loopback names are answered, so that no other site can reach the server through DNS rebinding.
 */
export function serveSite(root, { anyHost = false } = {}) {
  return (request, response) => {
    const { status, headers = {}, body = '' } = answerTo(request)
    const bytes = Buffer.from(body)
    response.writeHead(status, { 'content-length': bytes.length, ...headers })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  function answerTo(request) {
    if (!anyHost && !LOOPBACK_HOST.test(request.headers.host ?? ''))
      return text(421, 'This server answers requests to localhost only. Set HOST to serve other names.')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return { ...text(405, 'Use GET or HEAD.'), headers: { allow: 'GET, HEAD' } }
    const address = parse(request.url)
    if (!address) return text(400, 'The address of the request is not valid.')
    try {
      return find(address, request.headers)
    } catch (error) {
      // A build replaces the files: for a moment some are missing.
      if (error.code !== 'ENOENT') throw error
      return { ...text(503, 'The page is being built. Try again.'), headers: { 'retry-after': '1' } }
    }
  }

  function find({ pathname, search }, headers) {
    const file = path.join(root, pathname)
    if (file !== root && !file.startsWith(root + path.sep)) return text(403, 'Not part of the site.')
    if (!isDirectory(file)) return isFile(file) ? read(file, pathname, headers) : notFound(headers)
    // One slash only: a path that starts with two would be the address of another host.
    if (!pathname.endsWith('/'))
      return {
        ...text(308, ''),
        headers: { location: `${encodeURI(pathname).replace(/^\/+/, '/')}/${search}` },
      }
    const index = path.join(file, 'index.html')
    return isFile(index) ? read(index, pathname, headers) : notFound(headers)
  }

  function notFound(headers) {
    return { ...read(path.join(root, '404.html'), '/404.html', headers), status: 404 }
  }

  function read(file, url, { range, 'accept-encoding': encodings = '' }) {
    const headers = {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'accept-ranges': 'bytes',
      ...headersOf(url),
    }
    const body = readFileSync(file)
    if (range !== undefined) return partOf(body, range, headers)
    if (!COMPRESSES.test(headers['content-type'])) return { status: 200, headers, body }
    headers.vary = 'Accept-Encoding'
    const brotli = `${file}.br`
    if (/\bbr\b/.test(encodings) && isFile(brotli))
      return {
        status: 200,
        headers: { ...headers, 'content-encoding': 'br' },
        body: readFileSync(brotli),
      }
    if (!/\bgzip\b/.test(encodings)) return { status: 200, headers, body }
    return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipOnce(file, body) }
  }

  /** The rules of `_headers` for a path. Read for each answer, because a new build has other hashes in its policy. */
  function headersOf(url) {
    const file = path.join(root, '_headers')
    return isFile(file) ? headersFor(parseHeaders(readFileSync(file, 'utf8')), url) : {}
  }
}

const text = (status, body) => ({ status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body })

/** The decoded path and the query of a request target; undefined for one that is not a valid path. */
function parse(target) {
  if (!target.startsWith('/')) return undefined
  const query = target.indexOf('?')
  const encoded = query < 0 ? target : target.slice(0, query)
  try {
    const pathname = decodeURIComponent(encoded)
    return pathname.includes('\0') ? undefined : { pathname, search: query < 0 ? '' : target.slice(query) }
  } catch {
    return undefined
  }
}

/** One byte range (RFC 9110, section 14). A list of ranges, or another unit, gets the complete file, as the RFC allows. */
function partOf(body, range, headers) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? []
  if (from === undefined || from + to === '') return { status: 200, headers, body }
  const start = from === '' ? Math.max(0, body.length - Number(to)) : Number(from)
  const end = from === '' || to === '' ? body.length - 1 : Math.min(Number(to), body.length - 1)
  if (start > end)
    return { ...text(416, ''), headers: { ...headers, 'content-range': `bytes */${body.length}` } }
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${body.length}` },
    body: body.subarray(start, end + 1),
  }
}

const compressed = new Map()
function gzipOnce(file, body) {
  const version = `${file}\0${statSync(file).mtimeMs}`
  if (!compressed.has(version)) compressed.set(version, gzipSync(body))
  return compressed.get(version)
}

const isFile = file => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
const isDirectory = file => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false
