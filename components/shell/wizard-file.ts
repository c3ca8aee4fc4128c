import { type OpenedDocument, readDocumentBytes } from '@/components/session/read-document-text'
import type { FormValues } from '@/components/session/session'
import { parseSpec } from '@/lib/document/parse'
import { recognizeFile } from '@/lib/recognize'

/** Reads a file as a document; a file that is recognised as something else gets one error that says what it is. */
export async function readWizardFile(bytes: Uint8Array): Promise<OpenedDocument> {
  const opened = readDocumentBytes(bytes)
  if (opened.kind === 'valid') return opened
  const other = await recognizeFile(bytes)
  return other ? { kind: 'unreadable', errors: [other] } : opened
}

/** The text of a saved wizard.json: with every default written out when it is valid, as typed otherwise. */
export function wizardFileText(values: FormValues): string {
  const parsed = parseSpec(values)
  return `${JSON.stringify(parsed.ok ? parsed.spec : values, null, 2)}\n`
}
