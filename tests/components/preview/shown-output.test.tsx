// @vitest-environment happy-dom
import { render } from '@testing-library/react'
import { useEffect } from 'react'
import { expect, it } from 'vitest'
import { type FirstOutput, useShownOutput } from '@/components/preview/shown-output'
import { type Session, SessionContext } from '@/components/session/session'
import { createStore } from '@/components/ui/store'
import { type Compilation, compile } from '@/lib/compile'
import { example } from '@/lib/document/example'

const first: FirstOutput = {
  format: 'cloudformation',
  fileName: 'template.yaml',
  text: 'built',
  lineCount: 1,
  byteLength: 5,
}

it('shows an output in every frame while the compiler arrives', () => {
  const compiled = compile(example)
  if (!compiled.ok) throw new Error('the example does not compile')
  const valid: Compilation = compiled
  const store = createStore<{ isExample: boolean; valid?: Compilation }>({ isExample: true })
  const engine = { ...store, output: () => store.get().valid?.output('cloudformation') }
  const shown: (string | undefined)[] = []
  function View() {
    shown.push(useShownOutput('cloudformation', first)?.fileName)
    return null
  }
  function Arrival() {
    // Before the debounced value is rendered, which has waited since the effect of the view.
    useEffect(() => store.set({ isExample: false, valid }), [])
    return null
  }
  render(
    <SessionContext value={{ engine } as unknown as Session}>
      <View />
      <Arrival />
    </SessionContext>,
  )
  expect(shown.length).toBeGreaterThan(1)
  expect(shown.filter(name => name !== 'template.yaml')).toEqual([])
})
