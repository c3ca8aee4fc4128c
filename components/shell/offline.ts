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

  serviceWorker.addEventListener('message', ({ source }) => {
    if (source === registration.waiting) offerUpdate(registration)
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
    action: { label: 'Reload', run: () => reloadInto(registration.waiting) },
  })
}

function reloadInto(worker: ServiceWorker | null) {
  // Another tab may have accepted the version meanwhile.
  if (!worker) return location.reload()
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') location.reload()
  })
  worker.postMessage('accept')
}
