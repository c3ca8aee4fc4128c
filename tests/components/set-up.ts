import { afterAll } from 'vitest'
import { WAIT_MS } from '../eventually'

if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: WAIT_MS })
  // The files of a worker share their document: what one of them leaves there, another one would find.
  afterAll(() => {
    cleanup()
    document.body.replaceChildren()
    localStorage.clear()
    sessionStorage.clear()
    history.replaceState(null, '', '/')
  })
}
