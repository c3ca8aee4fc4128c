import { specError } from '../error-code'
import { child, type FieldPath } from '../field-path'
import { quote } from '../quote'
import { specRule } from '../spec-rule'

/** Names that Windows reserves for devices, with any ending: Microsoft, "Naming Files, Paths, and Namespaces". */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Rejects handlers whose files cannot be written on every disk, or are left out of the deployed code. */
export const handlerFiles = specRule(['userPool', 'endpoints'], function* ({ userPool, endpoints }) {
  const spellings = new Map<string, string>()
  const { preTokenGeneration: trigger } = userPool
  const handlers: (readonly [FieldPath, string | undefined])[] = [
    ['userPool.preTokenGeneration.handler', userPool.source === 'existing' ? undefined : trigger?.handler],
    ...(endpoints ?? []).map(({ handler }, i) => [child('endpoints', i, 'handler'), handler] as const),
  ]
  for (const [path, handler] of handlers) {
    if (handler === undefined) continue
    const segments = handler.slice(0, handler.lastIndexOf('.')).split('/')
    const device = segments.find(segment => DEVICE.test(segment))
    if (device !== undefined)
      yield specError(
        'RESERVED_WORD',
        path,
        `${quote(handler)} contains ${quote(device)}, a name that Windows reserves for a device. Use another name.`,
      )
    if (segments.includes('node_modules'))
      yield specError(
        'RESERVED_WORD',
        path,
        `${quote(handler)} is in node_modules, which is not part of the deployed code. Use another folder.`,
      )
    if (handler.endsWith('.then'))
      yield specError(
        'RESERVED_WORD',
        path,
        `${quote(handler)} exports "then", which makes JavaScript wait for the module forever. Use another name.`,
      )
    const clash = otherSpelling(segments, spellings)
    if (clash)
      yield specError(
        'HANDLER_CASE_CLASH',
        path,
        `${quote(clash[1])} and ${quote(clash[0])} of another handler are the same file on disks that ignore case. Use the same spelling.`,
      )
  }
})

/** Records the spelling of every folder and file; returns the first one that differs from an earlier one only in case. */
function otherSpelling(
  segments: readonly string[],
  spellings: Map<string, string>,
): readonly [earlier: string, now: string] | undefined {
  let now = ''
  let clash: readonly [string, string] | undefined
  for (const segment of segments) {
    now += now ? `/${segment}` : segment
    const earlier = spellings.get(now.toLowerCase())
    if (earlier === undefined) spellings.set(now.toLowerCase(), now)
    else if (earlier !== now) clash ??= [earlier, now]
  }
  return clash
}
