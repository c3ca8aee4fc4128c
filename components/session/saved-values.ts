import { type FormValues, formValuesOf } from '@/lib/document/form-values'
import { MAX_DOCUMENT_BYTES } from '@/lib/document/json-document'

/**
 * The form values of JSON text that this browser saved, without the code of all checks. Undefined for text that no form
 * can show as it is: `readDocumentText` says why.
 */
export function savedValues(text: string): FormValues | undefined {
  if (new TextEncoder().encode(text).length > MAX_DOCUMENT_BYTES) return undefined
  try {
    return formValuesOf(JSON.parse(text))
  } catch {
    // Text that is not JSON.
    return undefined
  }
}
