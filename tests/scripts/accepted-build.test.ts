import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

const source = readFileSync(path.join(import.meta.dirname, '../../scripts/service-worker/worker.js'), 'utf8')
const ORIGIN = 'https://wizard.example'

/** The caches of one site, which the workers of all its builds share. */
function createCaches() {
  const all = new Map<string, Map<string, Response>>()
  const address = (key: string | Request) => new URL(typeof key === 'string' ? key : key.url, ORIGIN).href
  const open = (name: string) => {
    const entries = all.get(name) ?? new Map<string, Response>()
    all.set(name, entries)
    return {
      match: async (key: string | Request) => entries.get(address(key))?.clone(),
      put: async (key: string | Request, response: Response) => void entries.set(address(key), response),
      delete: async (key: string | Request) => entries.delete(address(key)),
      keys: async () => [...entries.keys()].map(url => ({ url })),
    }
  }
  return {
    open: async (name: string) => open(name),
    keys: async () => [...all.keys()],
    match: async (key: string | Request, { cacheName }: { readonly cacheName: string }) =>
      open(cacheName).match(key),
    delete: async (name: string) => all.delete(name),
  }
}

/** The worker of one build, whose site is one page that names it. */
async function startWorker(build: string, caches: ReturnType<typeof createCaches>, pages: readonly string[]) {
  const listeners = new Map<string, (event: object) => void>()
  const state = { skips: 0 }
  const registration: { installing: null; waiting: string | null } = { installing: null, waiting: build }
  const self = {
    registration,
    clients: { matchAll: async () => pages.map(id => ({ id })), claim: async () => {} },
    addEventListener: (type: string, listener: (event: object) => void) => void listeners.set(type, listener),
    skipWaiting: async () => void state.skips++,
  }
  const globals = { self, caches, location: new URL(ORIGIN), URL, Request, Response, Object }
  const fetchPage = async () => new Response(`page of ${build}`)
  const context = createContext({ ...globals, fetch: fetchPage })
  runInContext(`const BUILD = '${build}'\nconst FILES = { '/': 'hash' }\n${source}`, context)
  const dispatch = async (type: string, event: object) => {
    const work: Promise<unknown>[] = []
    listeners.get(type)?.({ ...event, waitUntil: (one: Promise<unknown>) => work.push(one) })
    await Promise.all(work)
  }
  await dispatch('install', {})
  return {
    state,
    activate() {
      registration.waiting = null
      return dispatch('activate', {})
    },
    async message(data: unknown, from = 'a') {
      const answers: unknown[] = []
      await dispatch('message', {
        data,
        source: { id: from, postMessage: (one: unknown) => answers.push(one) },
      })
      return answers
    },
    async page(id: string) {
      let answer: Promise<Response> | undefined
      await dispatch('fetch', {
        request: { method: 'GET', url: `${ORIGIN}/`, mode: 'navigate', cache: 'default' },
        resultingClientId: id,
        respondWith: (one: Promise<Response>) => {
          answer = one
        },
      })
      const response = await answer
      return response?.text()
    },
  }
}

describe('a version that the user accepts', () => {
  async function start() {
    const caches = createCaches()
    const pages = ['a', 'other']
    const old = await startWorker('old', caches, pages)
    await old.activate()
    const next = await startWorker('next', caches, pages)
    return { caches, pages, old, next }
  }

  it('is not shown before', async () => {
    const { old } = await start()
    expect(await old.page('a')).toBe('page of old')
  })

  it('is shown at once, though the old worker still answers', async () => {
    const { old, next } = await start()
    expect(await next.message('accept')).toEqual(['accepted'])
    expect(await old.page('a')).toBe('page of next')
  })

  it('replaces the old worker once a page of it is there, not while that page is being loaded', async () => {
    const { old, next } = await start()
    await next.message('accept')
    await old.page('a')
    expect(next.state.skips).toBe(0)
    await next.message({ build: 'next' })
    expect(next.state.skips).toBe(1)
  })

  it('is shown by its own worker too, and leaves no mark for the one after it', async () => {
    const { caches, pages, next } = await start()
    await next.message('accept')
    await next.activate()
    expect(await next.page('a')).toBe('page of next')
    await startWorker('third', caches, pages)
    expect(await next.page('a')).toBe('page of next')
  })

  it('gives way to a later one that is accepted before it was active', async () => {
    const { caches, pages, old, next } = await start()
    await next.message('accept')
    expect(await old.page('a')).toBe('page of next')
    const third = await startWorker('third', caches, pages)
    expect(await old.page('a')).toBe('page of next')
    await third.message('accept')
    expect(await old.page('a')).toBe('page of third')
    await third.activate()
    expect(await third.page('a')).toBe('page of third')
  })

  it('keeps the builds of open pages, and removes those of closed ones', async () => {
    const { caches, pages, old, next } = await start()
    await old.page('other')
    await next.message('accept')
    await old.page('a')
    await next.activate()
    expect(await caches.keys()).toHaveLength(2)
    pages.splice(1)
    await next.activate()
    expect(await caches.keys()).toEqual(['cognito-scope-wizard-next'])
  })
})
