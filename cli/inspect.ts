import { stat } from 'node:fs/promises'
import { MAX_DOCUMENT_BYTES } from '../lib/document/json-document'
import { type Examination, type ExaminedToken, examine, examineToken } from '../lib/examine'
import { toInspection } from '../lib/inspect'
import { readFiles } from '../lib/read/read'
import { notJudgedFor, specForToken } from '../lib/spec-for-token'
import { templateApi } from '../lib/template-api'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { epoch } from './epoch'
import { fromCaller, readInput, readText } from './input'
import { inspection, tokenInspection } from './inspection'
import { printable, printableJson } from './printable'
import { refused, refusedDocument } from './refused'
import { fileErrors, readOptions, readTemplates, TEMPLATE_OPTIONS } from './template-files'

/** Maximum size of a paste in bytes: a HAR file of a whole session is a few MiB. */
const MAX_PASTE = 8 * 1024 * 1024

/**
 * `inspect [--spec FILE | --template FILE… [--api ID]] [--now EPOCH] [--jwks FILE] [--user-pool-id ID] [--client-id ID]… [--json] [token or -]`: the
 * decoded token and a verdict for every endpoint. A token that is not valid is a result, not a failure.
 */
export async function inspect(args: readonly string[]): Promise<Outcome> {
  const { values, positionals: given } = parseArguments(args, {
    ...TEMPLATE_OPTIONS,
    spec: { type: 'string' },
    template: { type: 'string', multiple: true },
    api: { type: 'string' },
    now: { type: 'string' },
    jwks: { type: 'string' },
    'user-pool-id': { type: 'string' },
    'client-id': { type: 'string', multiple: true },
    json: { type: 'boolean' },
  })
  const now = epoch(values.now)
  if (values.template && values.spec !== undefined)
    throw new UsageError('choose one of --spec and --template')
  const spec = values.spec ?? 'wizard.json'
  // No token ends with the extension of a template, so the files can follow --template without a flag each.
  const isTemplate = (word: string) =>
    values.template !== undefined && /\.(?:ya?ml|json|template)$/i.test(word)
  const templates = [...(values.template ?? []), ...given.filter(isTemplate)]
  const positionals = given.filter(word => !isTemplate(word))
  const fromStdin = [values.spec, ...templates, values.jwks, ...positionals].filter(file => file === '-')
  if (fromStdin.length > 1) throw new UsageError('only one of spec, key set and token can be standard input')

  const reading = values.template && readFiles(await readTemplates(templates), readOptions(values))
  const template = reading && templateApi(reading, values.api)
  const unread = reading ? fileErrors(reading) : []
  if (template?.ok === false && template.notJudged.length === 0)
    return refused([...unread, ...template.errors], templates.join(', '), values.json)
  const paste = await pasteOf(positionals)
  const notJudged = template ? notJudgedFor(template, paste) : []
  const options = {
    now,
    ...(template?.ok && {
      ...template.ids,
      clientsInFiles: template.clientsInFiles,
      apiKeys: template.apiKeys,
      unjudged: notJudged.flatMap(({ index }) => index ?? []),
    }),
    ...(values.jwks !== undefined && { jwks: await readText(values.jwks, MAX_DOCUMENT_BYTES) }),
    ...(values['user-pool-id'] !== undefined && { userPoolId: values['user-pool-id'] }),
    ...(values['client-id'] && { clientIds: values['client-id'] }),
  }
  const document = template ? template.ok && specForToken(template, paste) : await readInput(spec)
  const examined = document
    ? await examine(document, paste, options)
    : // Every endpoint of the templates is undecided.
      await examineToken(paste, options)
  if (!examined.ok) {
    const ofKeys = examined.errors.some(({ code }) => code === 'JWKS_INVALID')
    if (document instanceof Uint8Array && !ofKeys)
      return refusedDocument(document, examined.errors, spec, values.json)
    return refused(examined.errors, (ofKeys && values.jwks) || templates.join(', '), values.json)
  }
  const { labels, token, ignoredKeys } = examined
  const remarks = [
    ...(token && labels.length > 1
      ? [`${labels.length} tokens found (${labels.join(', ')}): this is about ${token.label}.`]
      : []),
    ...unread.map(({ message }) => message),
    ...notJudged.map(({ endpoint, why }) => `${endpoint} is not judged: ${why}`),
    ...((await namesFile(positionals))
      ? [`${positionals[0]} is a file. To inspect its text: - < ${positionals[0]}`]
      : []),
    ...ignoredKeys.map(reason => `${values.jwks}: ${reason}`),
  ]
  return {
    status: 0,
    stdout: values.json
      ? `${printableJson({ ...toInspection(examined), ...(template && { notJudged: notJudged.map(({ endpoint, why }) => ({ endpoint, why })) }) }, 2)}\n`
      : isJudged(examined)
        ? inspection(examined, now)
        : tokenInspection(examined, now),
    stderr: remarks.map(remark => `${printable(remark)}\n`).join(''),
  }
}

const isJudged = (examined: ExaminedToken): examined is Examination => 'model' in examined

/** Is the only argument the name of a file, which no token is? */
const namesFile = async ([word, ...others]: readonly string[]): Promise<boolean> =>
  word !== undefined &&
  others.length === 0 &&
  (await stat(fromCaller(word)).then(
    found => found.isFile(),
    () => false,
  ))

async function pasteOf(positionals: readonly string[]): Promise<string> {
  return positionals.length === 1 && positionals[0] === '-' ? readText('-', MAX_PASTE) : positionals.join(' ')
}
