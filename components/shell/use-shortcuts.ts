'use client'

import { useEffect } from 'react'
import { useSession } from '@/components/session/session'
import { singleKeys } from '@/components/session/single-keys'
import { isTyping } from '@/components/ui/keyboard'
import { usePageKind } from './page-kind'
import { useDocumentActions } from './use-document-actions'

/** Text that is not in the document yet (a filter, lines to paste, a half-typed scope) keeps the browser's undo. */
function ownsUndo(target: EventTarget | null): boolean {
  if (!isTyping(target) || !(target instanceof HTMLElement)) return false
  if (!target.dataset.field) return true
  return 'draft' in target.dataset && target instanceof HTMLInputElement && target.value !== ''
}

/** The keys of the whole page. A page of text leaves them to the browser. */
export function useShortcuts() {
  const { undo, redo } = useSession()
  const { pickFile, saveFile, showShortcuts, showCommands } = useDocumentActions()
  const kind = usePageKind()
  useEffect(() => {
    if (kind === 'text') return
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return
      const key = event.key.toLowerCase()
      const command = (event.metaKey || event.ctrlKey) && !event.altKey
      if (command && key === 's') void saveFile()
      else if (command && key === 'o') pickFile()
      else if (command && key === 'z' && !ownsUndo(event.target)) event.shiftKey ? redo() : undo()
      else if (command && key === 'y' && !ownsUndo(event.target)) redo()
      else if (key === '?' && !command && singleKeys.get() && !isTyping(event.target)) showShortcuts()
      else return
      event.preventDefault()
    }
    /** Before the editor hears of it: there, the key is the first of two. */
    function onEarlyKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      if (event.altKey || event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
      showCommands()
    }
    addEventListener('keydown', onKeyDown)
    addEventListener('keydown', onEarlyKeyDown, { capture: true })
    return () => {
      removeEventListener('keydown', onKeyDown)
      removeEventListener('keydown', onEarlyKeyDown, { capture: true })
    }
  }, [kind, undo, redo, pickFile, saveFile, showShortcuts, showCommands])
}
