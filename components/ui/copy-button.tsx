'use client'

import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button'

export interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'icon' | 'children'> {
  /** Returns what is copied, called at the click. */
  readonly text: () => string | Promise<string>
  /** Names what is copied: tooltip and screen reader. */
  readonly label: string
  /** Classes of the word next to the icon: it can be hidden where there is little room. */
  readonly wordClassName?: string
}

/** Copies to the clipboard, and shows the result on the button. */
export function CopyButton({ text, label, wordClassName, square, ...rest }: CopyButtonProps) {
  const [state, setState] = useState<'rest' | 'copied' | 'failed'>('rest')
  useEffect(() => {
    if (state === 'rest') return
    const timer = setTimeout(() => setState('rest'), 2000)
    return () => clearTimeout(timer)
  }, [state])
  async function copy() {
    // An error here is not the browser's: it goes on to the page, which says what is missing.
    const copied = await text()
    try {
      await navigator.clipboard.writeText(copied)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  const word = state === 'copied' ? 'Copied' : state === 'failed' ? 'Not copied' : 'Copy'
  return (
    <Button
      aria-label={label}
      title={state === 'failed' ? 'The browser did not allow it' : label}
      icon={state === 'copied' ? 'check' : state === 'failed' ? 'error' : 'copy'}
      square={square}
      onClick={copy}
      {...rest}
    >
      {!square && <span className={wordClassName}>{word}</span>}
      <span role="status" className="sr-only">
        {state === 'rest' ? '' : word}
      </span>
    </Button>
  )
}
