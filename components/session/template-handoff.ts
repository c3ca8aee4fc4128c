import { createStore } from '@/components/ui/store'
import type { GivenFile } from '@/lib/read/read'

/** Files on their way to the doctor. */
export interface TemplateHandoff {
  readonly files: readonly GivenFile[]
  /** Files of a folder: those that are not templates are left out. */
  readonly isFolder: boolean
}

/**
 * Carries templates from any page of the site to the doctor: in memory only, since they may contain secrets. They are
 * never in an address, in storage or in the undo history of the document.
 */
export const templateHandoff = createStore<TemplateHandoff | undefined>(undefined)

/** Takes the files that are waiting, once. */
export function takeTemplates(): TemplateHandoff | undefined {
  const waiting = templateHandoff.get()
  templateHandoff.set(undefined)
  return waiting
}
