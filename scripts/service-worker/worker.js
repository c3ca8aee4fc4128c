// The service worker, which serves the site without a connection. scripts/service-worker.mjs writes BUILD and FILES in
// front of this text. Each build has a cache of its own. A page gets files of the build that it was loaded from only, and
// that cache stays until the last page of it is closed. Workers of later builds read the same caches and notes: keep
// their names.
const PREFIX = 'cognito-scope-wizard-'
const CACHE = PREFIX + BUILD
/** Files below have a hash of their content in their names, so that two builds never mean two things by one. */
const HASHED = '/_next/static/'
const NOTES = '/.pages/'
/** In the cache of the build that the user accepted: pages are from it, though its worker may not be active yet. */
const ACCEPTED = '/.accepted'
/** On a developer's machine another program may use the port later, and its pages must come from it. */
const IS_LOOPBACK = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)
const ANY_VARIANT = { ignoreSearch: true, ignoreMethod: true, ignoreVary: true }

self.addEventListener('install', event => event.waitUntil(install()))
self.addEventListener('activate', event => event.waitUntil(activate()))
self.addEventListener('message', event => event.waitUntil(onMessage(event)))
self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname, search } = new URL(request.url)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  // `no-store` asks what the server has now.
  if (origin !== location.origin || !isRead || request.cache === 'no-store') return
  if (request.mode === 'navigate') event.respondWith(page(event, pathname, search))
  else if (pathname.startsWith(HASHED)) event.respondWith(hashedFile(request))
  else event.respondWith(fileFor(event.clientId, request))
})

/** Fetches what is missing, two files at a time. The hash refuses a file of another build, and an error page. */
async function install() {
  const cache = await caches.open(CACHE)
  const files = Object.entries(FILES).values()
  async function fetchRest() {
    for (const [url, integrity] of files) {
      if (await cache.match(url)) continue
      const fromHttpCache = url.startsWith(HASHED) ? 'default' : 'no-cache'
      await cache.put(
        url,
        await fetch(url, { integrity, cache: fromHttpCache, priority: 'low', redirect: 'error' }),
      )
    }
  }
  await Promise.all([fetchRest(), fetchRest()])
}

/** A page says which build it is from: it may come from the server. A page of another build can accept this one. */
async function onMessage({ data, source }) {
  if (data === 'accept') return accept(source)
  if (data.build !== BUILD) return source.postMessage('another build')
  await note(source.id)
  if (self.registration.waiting) return self.skipWaiting()
  await self.clients.claim()
  await removeOldBuilds()
}

/**
 * The page can be loaded again at once: the worker before this one answers, with the pages of the build that was accepted.
 * This one becomes active when such a page greets it, and not now: Chromium at times never answers a navigation that
 * begins while one worker takes the place of another.
 */
async function accept(source) {
  await unmarkAccepted()
  await (await caches.open(CACHE)).put(ACCEPTED, new Response())
  source.postMessage('accepted')
}

async function activate() {
  await unmarkAccepted()
  await removeOldBuilds()
}

async function unmarkAccepted() {
  for (const name of await builds()) await (await caches.open(name)).delete(ACCEPTED)
}

async function acceptedBuild() {
  for (const cacheName of await builds()) if (await caches.match(ACCEPTED, { cacheName })) return cacheName
  return CACHE
}

/** The page of an address: of this build or the one that was accepted, though the server may have a later one. */
async function page(event, pathname, search) {
  if (Object.hasOwn(FILES, `${pathname}/`)) return Response.redirect(`${pathname}/${search}`)
  if (!Object.hasOwn(FILES, pathname)) return fetch(event.request)
  const answer = IS_LOOPBACK && (await fetch(event.request).catch(() => undefined))
  if (answer) return answer
  const cacheName = await acceptedBuild()
  const kept = await caches.match(pathname, { cacheName })
  if (!kept) return fetch(event.request)
  event.waitUntil(note(event.resultingClientId, cacheName))
  return kept
}

async function hashedFile(request) {
  const kept = await caches.match(request, ANY_VARIANT)
  if (!kept) return fetch(request)
  // A response from a cache has an address of its own, which would take the place of the worker's, with its fragment.
  return request.destination === 'worker' ? new Response(kept.body, { headers: kept.headers }) : kept
}

/** A file without a hash in its name: of the build that the page is from. Other pages get it from the server. */
async function fileFor(clientId, request) {
  for (const cacheName of await builds())
    if (await caches.match(NOTES + clientId, { cacheName }))
      return (await caches.match(request, { cacheName, ...ANY_VARIANT })) ?? fetch(request)
  return fetch(request)
}

const builds = async () => (await caches.keys()).filter(name => name.startsWith(PREFIX))

/** Notes in the cache of a build that a page is from it: a worker is stopped and started as the browser likes. */
const note = async (clientId, build = CACHE) =>
  (await caches.open(build)).put(NOTES + clientId, new Response())

/** Removes the notes of closed pages, and the builds before this one without a page. */
async function removeOldBuilds() {
  // The cache of a build that is not yet active has no page either.
  if (self.registration.installing || self.registration.waiting) return
  const pages = await self.clients.matchAll({ includeUncontrolled: true })
  const open = new Set(pages.map(({ id }) => new URL(NOTES + id, location.origin).href))
  for (const name of await builds()) {
    const cache = await caches.open(name)
    const notes = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(NOTES))
    const closed = notes.filter(({ url }) => !open.has(url))
    if (name !== CACHE && closed.length === notes.length) await caches.delete(name)
    else await Promise.all(closed.map(one => cache.delete(one)))
  }
}
