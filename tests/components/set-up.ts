import { afterAll, vi } from 'vitest'
import { WAIT_MS } from '../eventually'

if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: WAIT_MS })
  // A page that has not loaded yet prefetches nothing. Code that is fetched between two files does not arrive in either, nor
  // in any later file of the worker.
  Object.defineProperty(document, 'readyState', { configurable: true, value: 'interactive' })
  // The files of a worker share their document: what one of them leaves there, another one would find.
  afterAll(async () => {
    cleanup()
    await vi.dynamicImportSettled()
    document.body.replaceChildren()
    localStorage.clear()
    sessionStorage.clear()
    history.replaceState(null, '', '/')
  })
}
