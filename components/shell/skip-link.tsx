'use client'

import { buttonClasses } from '@/components/ui/button'
import type { PageKind } from './page-kind'

const classes = buttonClasses(
  'default',
  true,
  false,
  'sr-only focus:not-sr-only focus:absolute focus:top-2.5 focus:left-2 focus:z-50 focus:h-7 focus:px-2',
)

/** The first link in tab order: skips the bar and moves focus to the main content. */
export function SkipLink({ kind }: { readonly kind: PageKind }) {
  if (kind === 'text')
    return (
      <a href="#text" className={classes}>
        Skip to the text
      </a>
    )
  function skip() {
    const controls = ['main .pane', 'main'].flatMap(part =>
      Array.from(document.querySelectorAll<HTMLElement>(`${part} :is(input, textarea, select, button)`)),
    )
    controls.find(control => control.checkVisibility())?.focus()
  }
  return (
    <button type="button" onClick={skip} className={classes}>
      {kind === 'files' ? 'Skip to the content' : 'Skip to the form'}
    </button>
  )
}
