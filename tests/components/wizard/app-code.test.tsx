// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { AppCode } from '@/components/wizard/review/app-code'
import { appCode } from '@/lib/app-code/app-code'
import { compile } from '@/lib/compile'
import { presets } from '@/lib/document/presets'

afterEach(cleanup)

function shownFor(id: string) {
  const compiled = compile(presets.find(preset => preset.id === id)?.values)
  if (!compiled.ok) throw new Error('the preset is refused')
  render(<AppCode compiled={compiled} stale={false} />)
  return appCode(compiled.model)
}

it.each(presets.map(({ id }) => id))('shows all code of %s, or why there is none', id => {
  for (const { client, snippets } of shownFor(id)) {
    const choice = screen.queryByRole('combobox', { name: 'App client' })
    if (choice) fireEvent.change(choice, { target: { value: client } })
    for (const snippet of snippets) {
      fireEvent.click(screen.getByRole('tab', { name: snippet.label }))
      const panel = screen.getByRole('tabpanel')
      if ('text' in snippet) expect(panel.querySelector('pre')?.textContent).toBe(snippet.text)
      else expect(panel.textContent).toContain(`${snippet.reason} ${snippet.instead}`)
    }
  }
})

it('keeps the kind of code when another client is chosen', () => {
  const [first, second] = shownFor('shared-user-pool')
  fireEvent.click(screen.getByRole('tab', { name: /aws-jwt-verify/ }))
  const choice = screen.getByRole('combobox', { name: 'App client' })
  expect((choice as HTMLSelectElement).value).toBe(first?.client)
  fireEvent.change(choice, { target: { value: second?.client } })
  expect(screen.getByRole('tab', { name: /aws-jwt-verify/ }).getAttribute('aria-selected')).toBe('true')
})
