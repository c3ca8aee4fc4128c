import { showToast } from '@/components/ui/toast'
import type { Doctor } from './state/create-doctor'

/** Says what was applied, with its undo: until the files change again, when the undo would be that of another step. */
export function showApplied({ state, undo }: Doctor, text: string): void {
  const close = showToast({ text, action: { label: 'Undo', run: undo } })
  const { files } = state.get()
  const stop = state.subscribe(() => {
    if (state.get().files === files) return
    stop()
    close()
  })
}
