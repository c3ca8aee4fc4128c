import type { FormValues } from '@/components/session/session'
import type { SpecError } from '@/lib/document/error'
import { readJsonBytes } from '@/lib/document/json-document'
import { parseSpec } from '@/lib/document/parse'

export type Opened =
  | { readonly kind: 'valid'; readonly values: FormValues }
  /** It has errors, but the form can hold it: they can be put right there. */
  | { readonly kind: 'faulty'; readonly values: FormValues; readonly errors: readonly SpecError[] }
  /** The form cannot hold it. */
  | { readonly kind: 'refused'; readonly errors: readonly SpecError[] }

/** The bytes of a wizard.json → its document, or what is wrong with it. */
export function readWizardFile(bytes: Uint8Array): Opened {
  const json = readJsonBytes(bytes)
  if (!json.ok) return { kind: 'refused', errors: json.errors }
  return readWizardValue(json.value)
}

/** Any JSON value → the document it is, or what is wrong with it. */
export function readWizardValue(value: unknown): Opened {
  const parsed = parseSpec(value)
  if (parsed.ok) return { kind: 'valid', values: parsed.spec }
  const { errors } = parsed
  return isHoldable(value) ? { kind: 'faulty', values: value, errors } : { kind: 'refused', errors }
}

/** The text that is saved: with every default written out when it is valid, as typed when it is not. */
export function wizardFileText(values: FormValues): string {
  const parsed = parseSpec(values)
  return `${JSON.stringify(parsed.ok ? parsed.spec : values, null, 2)}\n`
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isListOf = (value: unknown, required: readonly string[], optional: readonly string[] = []) =>
  Array.isArray(value) &&
  value.every(
    item =>
      isObject(item) &&
      required.every(key => Array.isArray(item[key])) &&
      optional.every(key => item[key] === undefined || Array.isArray(item[key])),
  )

/** Whether every list is a list and every part an object, so that the form can show it. */
function isHoldable(value: unknown): value is FormValues {
  if (!isObject(value)) return false
  const { userPool, api, resourceServers, clients, endpoints } = value
  return (
    isObject(userPool) &&
    isObject(api) &&
    isListOf(resourceServers, ['scopes']) &&
    isListOf(clients, ['scopes'], ['grants', 'callbackUrls', 'logoutUrls', 'identityProviders']) &&
    isListOf(endpoints, [], ['scopes'])
  )
}
