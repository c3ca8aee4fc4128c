import type { FormValues } from '@/components/session/session'
import { parseSpec } from '@/lib/document/parse'

export { readDocumentBytes as readWizardFile } from '@/components/session/read-document-text'

/** The text of a saved wizard.json: with every default written out when it is valid, as typed otherwise. */
export function wizardFileText(values: FormValues): string {
  const parsed = parseSpec(values)
  return `${JSON.stringify(parsed.ok ? parsed.spec : values, null, 2)}\n`
}
