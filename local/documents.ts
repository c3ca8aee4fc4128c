import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { SpecError } from '../lib/document/error'
import { MAX_DOCUMENT_BYTES } from '../lib/document/json-document'
import { parseSpec, parseSpecBytes } from '../lib/document/parse'
import { presets } from '../lib/document/presets'
import { quote } from '../lib/document/quote'
import type { Model } from '../lib/model/model'
import { toModel } from '../lib/model/to-model'
import type { Handler, LocalOptions } from './api'
import { readUsers, type User } from './pool/users'
import { readAtMost, readTextFile } from './read-at-most'
import { type Result, refused } from './result'
import { isTemplate, templateReader } from './template-source'

export type ReadSpec =
  | { readonly ok: true; readonly model: Model; readonly remarks?: readonly string[] }
  | { readonly ok: false; readonly errors: readonly SpecError[] }

/** Where the spec comes from; a file can change while the server runs. */
export interface SpecSource {
  /** As the start line names it. */
  readonly name: string
  /** The folder that handlers and `users.json` are looked for in. */
  readonly folder: string
  readonly file?: string
  read(): ReadSpec
}

/** Finds the spec: an object, a file (a spec or a template), or a preset. Any other word is refused with the presets. */
export async function specSource(
  { spec = 'wizard.json' }: LocalOptions,
  cwd: string,
): Promise<Result<SpecSource>> {
  if (typeof spec !== 'string')
    return { ok: true, value: { name: 'the spec', folder: cwd, read: () => modelOf(spec) } }
  const file = path.resolve(cwd, spec)
  if (existsSync(file)) {
    const read = isTemplate(file) ? await templateReader(file) : () => readSpecFile(file)
    return { ok: true, value: { name: path.basename(file), folder: path.dirname(file), file, read } }
  }
  const preset = presets.find(({ id }) => id === spec)
  if (preset)
    return { ok: true, value: { name: `preset ${spec}`, folder: cwd, read: () => modelOf(preset.values) } }
  return refused(
    `there is no file ${quote(spec)} and no preset of that name; presets are ${presets.map(({ id }) => id).join(', ')}`,
  )
}

function modelOf(document: unknown): ReadSpec {
  const parsed = parseSpec(document)
  return parsed.ok ? { ok: true, model: toModel(parsed.spec) } : parsed
}

function readSpecFile(file: string): ReadSpec {
  try {
    const document = parseSpecBytes(readAtMost(file, MAX_DOCUMENT_BYTES))
    return document.ok ? modelOf(document.value) : document
  } catch (error) {
    const message = `The file cannot be read: ${error instanceof Error ? error.message : String(error)}`
    return { ok: false, errors: [{ code: 'NOT_JSON', path: '', message }] }
  }
}

/** Where the users come from; undefined means the one user that is always there. */
export interface UserSource {
  readonly file?: string
  read(tier: string | undefined): Result<readonly User[]>
}

/** Finds the users: an object, a file that has to exist, or `users.json` in the folder of the spec. */
export function userSource(
  { users }: LocalOptions,
  cwd: string,
  folder: string,
): Result<UserSource | undefined> {
  if (typeof users === 'object') return { ok: true, value: { read: tier => readUsers(users, tier) } }
  const file = users === undefined ? path.join(folder, 'users.json') : path.resolve(cwd, users)
  if (existsSync(file)) return { ok: true, value: { file, read: tier => readUserFile(file, tier) } }
  return users === undefined
    ? { ok: true, value: undefined }
    : refused(`there is no users file ${quote(users)}`)
}

function readUserFile(file: string, tier: string | undefined): Result<readonly User[]> {
  let document: unknown
  try {
    document = JSON.parse(readTextFile(file).replace(/^\uFEFF/, ''))
  } catch (error) {
    return refused(`${path.basename(file)}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const read = readUsers(document, tier)
  return read.ok ? read : refused(`${path.basename(file)}: ${read.reason}`)
}

/** The handlers by name, or the folder of their files; the default is that of the spec. */
export function handlersOf(
  { handlers }: LocalOptions,
  cwd: string,
  folder: string,
): Result<string | Readonly<Record<string, Handler>>> {
  if (typeof handlers === 'object') return { ok: true, value: handlers }
  const dir = path.resolve(cwd, handlers ?? folder)
  return handlers === undefined || statSync(dir, { throwIfNoEntry: false })?.isDirectory()
    ? { ok: true, value: dir }
    : refused(`handlers: there is no folder ${quote(handlers)}`)
}

/** The tier that decides whether a trigger may change access tokens; an existing pool's is not known. */
export const tierOf = ({ userPool }: Model): string | undefined =>
  userPool.source === 'new' ? userPool.tier : undefined
