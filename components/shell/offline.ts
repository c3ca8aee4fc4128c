import { showToast } from '@/components/ui/toast'

/**
 * Registers the service worker of the built site, which serves it without a connection (scripts/service-worker), and
 * says when it has a new version. The page stays on its own version until it is reloaded.
 */
export async function startOffline(): Promise<void> {
  // Absent under `npm run dev`, and in browsers and contexts without service workers: the page then needs a connection.
  const build = document.querySelector('meta[name="build"]')?.getAttribute('content')
  const { serviceWorker } = navigator
  if (!build || !serviceWorker) return
  const registration = await serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  const greet = (worker: ServiceWorker | null) => worker?.postMessage({ build })

  serviceWorker.addEventListener('message', ({ source, data }) => {
    if (source === registration.waiting && data === 'another build') offerUpdate(registration)
  })
  const follow = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' || worker.state === 'activated') greet(worker)
    })
  registration.addEventListener('updatefound', () => follow(registration.installing))
  follow(registration.installing)
  greet(registration.waiting)
  greet(registration.active)
}

/** Shows that a version is waiting. Leaving the page saves the document. */
function offerUpdate(registration: ServiceWorkerRegistration) {
  showToast({
    text: 'A new version is available. Reloading keeps your document, but not pasted tokens or files in the doctor.',
    lasting: true,
    action: { label: 'Reload', run: () => reloadInto(registration) },
  })
}

/**
 * Reloads the page as soon as the waiting worker has noted that pages are from its build from now on. A worker of a build
 * that does not answer becomes the active one; if a still later version takes its place, that one is accepted.
 */
function reloadInto(registration: ServiceWorkerRegistration) {
  const { waiting } = registration
  // Another tab may have accepted the version meanwhile.
  if (!waiting) return location.reload()
  const heard = new AbortController()
  const { signal } = heard
  const then = (next: () => void) => {
    heard.abort()
    next()
  }
  const reload = () => location.reload()
  const onMessage = ({ source, data }: MessageEvent) => {
    if (source === waiting && data === 'accepted') then(reload)
  }
  const onState = () => {
    if (waiting.state === 'activated') then(reload)
    if (waiting.state === 'redundant') then(() => reloadInto(registration))
  }
  navigator.serviceWorker.addEventListener('message', onMessage, { signal })
  waiting.addEventListener('statechange', onState, { signal })
  waiting.postMessage('accept')
}
