import { writeFile } from 'node:fs/promises'
import { sampleToken as makeSampleToken } from '../lib/sample-token'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { epoch } from './epoch'
import { fromCaller, readInput, reasonOf } from './input'
import { refusedDocument } from './refused'

/**
 * `sample-token [--spec FILE] --client NAME [--scope FULL]… [--group NAME]… [--add-scope FULL]… [--resource URL]
 * [--use access|id] [--now EPOCH] [--jwks FILE]`: a signed
 * token with the claims that Cognito would give it. It is signed with a key pair that is discarded afterwards; the public keys of the
 * simulated user pool are written to the `--jwks` file.
 */
export async function sampleToken(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, {
    spec: { type: 'string' },
    client: { type: 'string' },
    scope: { type: 'string', multiple: true },
    group: { type: 'string', multiple: true },
    'add-scope': { type: 'string', multiple: true },
    resource: { type: 'string' },
    use: { type: 'string', default: 'access' },
    now: { type: 'string' },
    jwks: { type: 'string' },
  })
  const [file = values.spec ?? 'wizard.json', ...rest] = positionals
  if (rest.length || (values.spec !== undefined && positionals.length))
    throw new UsageError('sample-token requires exactly one spec file')
  const { use } = values
  if (use !== 'access' && use !== 'id') throw new UsageError(`--use ${use} is not valid. Use access or id.`)
  if (values.client === undefined)
    throw new UsageError('sample-token requires --client with the name of a client in the spec')

  const document = await readInput(file)
  const sample = await makeSampleToken(document, {
    client: values.client,
    use,
    now: epoch(values.now),
    ...(values.scope && { scopes: values.scope }),
    ...(values.group && { groups: values.group }),
    ...(values.resource !== undefined && { resource: values.resource }),
    ...(values['add-scope'] && { addedScopes: values['add-scope'] }),
  })
  if (!sample.ok) return refusedDocument(document, sample.errors, file, false)
  if (values.jwks !== undefined)
    await writeFile(fromCaller(values.jwks), sample.jwks).catch(error => {
      throw new UsageError(`cannot write ${values.jwks}: ${reasonOf(error)}`)
    })
  return { status: 0, stdout: `${sample.token}\n` }
}
