import { type OpenedDocument, readDocumentBytes } from '@/components/session/read-document-text'
import type { FormValues } from '@/components/session/session'
import { fileText } from '@/lib/document/file-text'
import { parseSpec } from '@/lib/document/parse'
import { isTemplate, recognizeFile } from '@/lib/recognize'

/** A document, or a template for the doctor. */
export type OpenedFile = OpenedDocument | { readonly kind: 'template'; readonly text: string }

/** Names that only templates have: one of them may have a fault that keeps it from being recognised. */
const TEMPLATE_NAME = /\.(?:ya?ml|template)$/i

/**
 * Reads a file as a document. A template is returned as text, with its byte order mark; a file that is recognised as
 * something else gets one error that says what it is; on the page of the doctor, that says what to give it instead.
 */
export async function readWizardFile(
  bytes: Uint8Array,
  name: string,
  isForDoctor = false,
): Promise<OpenedFile> {
  const opened = readDocumentBytes(bytes)
  if (opened.kind === 'valid') return opened
  const other = await recognizeFile(bytes)
  if ((await isTemplate(bytes)) || (other ? isForDoctor : TEMPLATE_NAME.test(name)))
    return { kind: 'template', text: fileText(bytes) }
  return other ? { kind: 'unreadable', errors: [other] } : opened
}

/** The text of a saved wizard.json: with every default written out when it is valid, as typed otherwise. */
export function wizardFileText(values: FormValues): string {
  const parsed = parseSpec(values)
  return `${JSON.stringify(parsed.ok ? parsed.spec : values, null, 2)}\n`
}
