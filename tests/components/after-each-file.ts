import { afterAll } from 'vitest'

// The files of a worker share their document: what one of them leaves there, another one would find.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterAll(() => {
    cleanup()
    document.body.replaceChildren()
    localStorage.clear()
    sessionStorage.clear()
    history.replaceState(null, '', '/')
  })
}
