import { showUndoable } from '@/components/ui/undo-toast'
import type { Session } from './session'

/** Says what was done to the document, with its undo. */
export const showDone = ({ history, undo }: Pick<Session, 'history' | 'undo'>, text: string): void =>
  showUndoable(text, undo, { get: history.current, subscribe: history.subscribe })
