import type { Valid } from '@/components/session/engine'
import { downloadBlob } from '@/components/ui/download'
import type { FormatId } from '@/lib/compile'
import { zip } from '@/lib/project/zip'

/** The project of one format as a zip. */
export const projectZip = (format: FormatId, { spec, project }: Valid) => ({
  name: `${spec.service}-${format}.zip`,
  bytes: zip(`${spec.service}-${format}`, project(format).files),
})

/** Downloads the project of one format. Import it lazily: it imports the code that zips. */
export function downloadProject(format: FormatId, valid: Valid) {
  const { name, bytes } = projectZip(format, valid)
  downloadBlob(name, new Blob([bytes], { type: 'application/zip' }))
}
