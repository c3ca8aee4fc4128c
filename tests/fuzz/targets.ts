import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { authorize } from '../../lib/authorize/authorize'
import { matchEndpoint } from '../../lib/authorize/match-endpoint'
import { compile, formats } from '../../lib/compile'
import { example } from '../../lib/document/example'
import { parseSpecBytes } from '../../lib/document/parse'
import { explain } from '../../lib/explain/explain'
import { toModel } from '../../lib/model/to-model'
import { fromFragment, toFragment } from '../../lib/share/fragment'
import { advice, headline } from '../../lib/token/advice'
import { explainClaims } from '../../lib/token/explain-claims'
import { explainScopes } from '../../lib/token/explain-scopes'
import { parseJwks } from '../../lib/token/jwks'
import { readPaste } from '../../lib/token/read-paste'
import { withoutKeys } from '../../lib/token/signature-state'
import { summarize } from '../../lib/token/summarize'
import { mutated } from '../token-proof/mutations'
import { changed, changedValue, oneOf, type Random } from './random'
import { checkTemplate, makeTemplate } from './templates'

/** One thing that reads input of users: how to make an input, and what must be true of every result. */
export interface Target {
  readonly name: string
  readonly make: (pick: Random) => string
  /** Throws if something is wrong with the result. */
  readonly check: (input: string) => void
}

const answers = path.resolve(import.meta.dirname, '../answers')
const textsIn = (folder: string): readonly string[] =>
  readdirSync(path.join(answers, folder))
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => readFileSync(path.join(answers, folder, name), 'utf8'))

const pastes = [...textsIn('inspect'), ...textsIn('recorded')]
const responses = textsIn('responses')
const specs = [example, ...['rest', 'http', 'ice', 'two-clients', 'rest-new-pool'].map(readSpec)]
const models = specs.slice(0, 3).map(spec => toModel(compileSpec(spec)))
const documents = specs.map(spec => JSON.stringify(spec))
const fragments = specs.map(toFragment)

function readSpec(name: string): unknown {
  return JSON.parse(readFileSync(path.join(answers, 'inspect', `${name}.json`), 'utf8'))
}

function compileSpec(spec: unknown) {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error('a seed is not valid')
  return compiled.spec
}

function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what)
}

const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u0000-\u0008]/

function checkPaste(input: string): void {
  const { tokens, preferred, request } = readPaste(input)
  must((preferred === undefined) === (tokens.length === 0), 'a paste with tokens prefers one of them')
  for (const { decoded, start, end, notes } of tokens) {
    must(start >= 0 && start <= end && end <= input.length, 'a token is a part of the paste')
    headline(decoded)
    explainScopes(summarize(decoded), new Map())
    const shown = [...advice(decoded, 1.8e9), ...notes, ...explainClaims(decoded)]
    must(!shown.some(item => 'value' in item && INVISIBLE.test(item.value)), 'claims show every character')
    JSON.stringify({ shown, problems: decoded.problems })
    const { state } = withoutKeys(decoded)
    for (const model of models) {
      for (const verdict of authorize(model, decoded, { now: 1.8e9, signature: state })) {
        const { allowed, status, message, fix, remedy } = verdict
        must(allowed === (status === 200), 'only an allowed request has status 200')
        must(allowed === (fix === ''), 'a fix exists exactly for denied requests')
        must(!INVISIBLE.test(message) && !INVISIBLE.test(fix), 'messages show every character')
        const asked = remedy.scope?.split(' ') ?? []
        const able = ({ scopes }: { readonly scopes: readonly { readonly fullScope: string }[] }) =>
          asked.every(scope => scopes.some(({ fullScope }) => fullScope === scope))
        must(asked.length === 0 || model.clients.some(able), 'some client may request every scope of a fix')
      }
      if (request) matchEndpoint(model, request)
    }
  }
}

function checkResponse(input: string): void {
  for (const api of ['rest', 'http', undefined] as const) {
    const { recognized, status, answers } = explain(input, api && { api })
    must(recognized === answers.length > 0, 'recognized is true exactly if there are answers')
    must(status === null || (status >= 100 && status < 600), 'a status has three digits')
    must(new Set(answers.map(({ code }) => code)).size === answers.length, 'no answer comes twice')
    for (const { title, causes, fix } of answers)
      must(title !== '' && causes.length > 0 && fix !== '', 'an answer is complete')
  }
}

function checkDocument(input: string): void {
  const read = parseSpecBytes(new TextEncoder().encode(input))
  const compiled = read.ok ? compile(read.value) : read
  if (!compiled.ok) {
    must(compiled.errors.length > 0, 'a refused document has errors')
    for (const { code, message } of compiled.errors)
      must(/^[A-Z][A-Z_0-9]*$/.test(code) && message !== '', 'an error has a code and a message')
    return
  }
  for (const { id } of formats)
    must(compiled.output(id).text !== '', 'a valid document prints in every format')
  JSON.stringify(compiled.findings())
}

function checkFragment(input: string): void {
  const shared = fromFragment(input)
  if (!shared.ok) must(shared.message !== '', 'a refused link has a message')
  const compiled = compile(shared.ok ? shared.value : undefined)
  must(compiled.ok || compiled.errors.length > 0, 'a shared document compiles or has errors')
}

function checkKeys(input: string): void {
  const read = parseJwks(input)
  must(read.ok || read.error !== '', 'a refused key set has a message')
}

const KEYS = readFileSync(path.join(answers, 'recorded', 'keys.jwks.json'), 'utf8')

export const targets: readonly Target[] = [
  {
    name: 'paste',
    make: pick => (pick(2) ? mutated(pick) : changed(oneOf(pick, pastes), pick)),
    check: checkPaste,
  },
  { name: 'explain', make: pick => changed(oneOf(pick, responses), pick), check: checkResponse },
  {
    name: 'document',
    make: pick =>
      pick(2)
        ? JSON.stringify(changedValue(oneOf(pick, specs), pick))
        : changed(oneOf(pick, documents), pick),
    check: checkDocument,
  },
  {
    name: 'share',
    make: pick =>
      pick(2) ? toFragment(changedValue(oneOf(pick, specs), pick)) : changed(oneOf(pick, fragments), pick),
    check: checkFragment,
  },
  { name: 'jwks', make: pick => changed(KEYS, pick), check: checkKeys },
  { name: 'template', make: makeTemplate, check: checkTemplate },
]
