import type { Valid } from '@/components/session/engine'
import type { FormatId } from '@/lib/compile'
import { zip } from '@/lib/project/zip'

/** The project of one format as a zip. It comes after the page, with the code that makes it. */
export const projectZip = (format: FormatId, valid: Valid) => ({
  name: `${valid.spec.service}-${format}.zip`,
  bytes: zip(`${valid.spec.service}-${format}`, valid.project(format).files),
})
