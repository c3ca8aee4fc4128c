import { writeFile } from 'node:fs/promises'
import { sampleClaims } from '../lib/token/sample-claims'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { compileFile, refused } from './document'
import { epoch } from './epoch'
import { fromCaller } from './input'

/**
 * `sample-token [--spec FILE] --client NAME [--scope FULL]… [--use access|id] [--now EPOCH] [--jwks FILE]`: a signed
 * token with the claims that Cognito would give it. Its key pair is made for it and forgotten; the public keys of the
 * pretended user pool are written to the `--jwks` file.
 */
export async function sampleToken(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, {
    spec: { type: 'string' },
    client: { type: 'string' },
    scope: { type: 'string', multiple: true },
    use: { type: 'string', default: 'access' },
    now: { type: 'string' },
    jwks: { type: 'string' },
  })
  const [file = values.spec ?? 'wizard.json', ...rest] = positionals
  if (rest.length || (values.spec !== undefined && positionals.length))
    throw new UsageError('sample-token wants one spec file')
  const { use } = values
  if (use !== 'access' && use !== 'id') throw new UsageError(`--use ${use} is neither access nor id`)
  if (values.client === undefined)
    throw new UsageError('sample-token needs --client: the name of a client in the spec')
  const now = Math.floor(epoch(values.now))

  const compiled = await compileFile(file)
  if (!compiled.ok) return refused(compiled.errors, file, false)
  const { clients, region, userPool } = compiled.spec
  const client = clients.find(({ name }) => name === values.client)
  if (!client)
    throw new UsageError(
      `the spec has no client ${values.client}: use ${clients.map(({ name }) => name).join(', ')}`,
    )
  const sample = sampleClaims({
    client,
    use,
    now,
    region,
    ...(values.scope && { scopes: values.scope }),
    ...(userPool.source === 'existing' && { userPoolId: userPool.userPoolId }),
  })
  if (!sample.ok) throw new UsageError(sample.reason)

  const { jwksOf, makePoolKeys, sign } = await import('../lib/token/mint')
  const keys = await makePoolKeys()
  if (values.jwks !== undefined)
    await writeFile(fromCaller(values.jwks), jwksOf([keys.access, keys.id])).catch(error => {
      throw new UsageError(`cannot write ${values.jwks}: ${error.message}`)
    })
  return { status: 0, stdout: `${await sign(sample.claims, keys[use])}\n` }
}
