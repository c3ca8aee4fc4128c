import { showUndoable } from '@/components/ui/undo-toast'
import type { Doctor } from './state/create-doctor'

/** Says what was applied to the files, with its undo. */
export const showApplied = ({ state, undo }: Doctor, text: string): void =>
  showUndoable(text, undo, { get: () => state.get().files, subscribe: state.subscribe })
