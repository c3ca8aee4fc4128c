import { authorize } from '../lib/authorize/authorize'
import { matchEndpoint } from '../lib/authorize/match-endpoint'
import type { Verdict } from '../lib/authorize/verdict'
import type { VerificationContext } from '../lib/authorize/verification-context'
import { isUserPoolId } from '../lib/token/issuer'
import { type Jwks, parseJwks, type RsaPublicKey } from '../lib/token/jwks'
import { type PastedToken, readPaste } from '../lib/token/read-paste'
import { type Verified, withoutKeys } from '../lib/token/signature-state'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { compileFile, refused } from './document'
import { epoch } from './epoch'
import { readInput } from './input'
import { inspection } from './inspection'
import { printable } from './printable'

/**
 * `inspect [--spec FILE] [--now EPOCH] [--jwks FILE] [--user-pool-id ID] [--client-id ID]… [--json] [token or -]`: the
 * decoded token and a verdict for every endpoint. A bad token is an answer, not a failure.
 */
export async function inspect(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, {
    spec: { type: 'string', default: 'wizard.json' },
    now: { type: 'string' },
    jwks: { type: 'string' },
    'user-pool-id': { type: 'string' },
    'client-id': { type: 'string', multiple: true },
    json: { type: 'boolean' },
  })
  const now = epoch(values.now)
  const userPoolId = values['user-pool-id']
  if (userPoolId !== undefined && !isUserPoolId(userPoolId))
    throw new UsageError(
      `--user-pool-id ${userPoolId} is not a user pool ID. Expected a value like us-east-1_AbCdEf123`,
    )
  const fromStdin = [values.spec, values.jwks, ...positionals].filter(file => file === '-')
  if (fromStdin.length > 1) throw new UsageError('only one of spec, key set and token can be standard input')

  const compiled = await compileFile(values.spec)
  if (!compiled.ok) return refused(compiled.errors, values.spec, values.json)
  const jwks = await keysOf(values.jwks)
  if (jwks && !jwks.ok)
    return refused([{ code: 'JWKS_INVALID', path: '', message: jwks.error }], values.jwks ?? '', values.json)

  const { tokens, preferred, request } = readPaste(await pasteOf(positionals))
  const signature = await checkSignature(preferred, jwks?.keys)
  const context: VerificationContext = {
    now,
    signature: signature.state,
    ...(userPoolId !== undefined && { userPoolId }),
    ...(values['client-id'] && { clientIds: values['client-id'] }),
  }
  const verdicts = authorize(compiled.model, preferred?.decoded, context)
  const called = request && matchEndpoint(compiled.model, request)
  const stdout = values.json
    ? `${JSON.stringify({ token: tokenJson(preferred, signature), endpoints: verdicts.map(verdictJson) }, null, 2)}\n`
    : inspection(
        compiled.model,
        preferred,
        signature,
        verdicts,
        verdicts.find(({ endpoint }) => endpoint === called),
        now,
      )
  const remarks = [
    ...(preferred && tokens.length > 1
      ? [
          `${tokens.length} tokens found (${tokens.map(({ label }) => label).join(', ')}): this is about ${preferred.label}.`,
        ]
      : []),
    ...(jwks?.ignored.map(reason => `${values.jwks}: ${reason}`) ?? []),
  ]
  return { status: 0, stdout, stderr: remarks.map(remark => `${printable(remark)}\n`).join('') }
}

async function pasteOf(positionals: readonly string[]): Promise<string> {
  if (positionals.length === 1 && positionals[0] === '-')
    return new TextDecoder().decode(await readInput('-'))
  return positionals.join(' ')
}

async function keysOf(file: string | undefined): Promise<Jwks | undefined> {
  return file === undefined ? undefined : parseJwks(new TextDecoder().decode(await readInput(file)))
}

async function checkSignature(
  token: PastedToken | undefined,
  keys: readonly RsaPublicKey[] | undefined,
): Promise<Verified> {
  if (!token) return { state: 'not-checked', reason: 'There is no token.' }
  if (!keys) return withoutKeys(token.decoded)
  const { verify } = await import('../lib/token/verify')
  return verify(token.decoded, keys)
}

const tokenJson = (token: PastedToken | undefined, signature: Verified) => ({
  kind: token?.decoded.kind ?? 'malformed',
  header: token?.decoded.header ?? null,
  claims: token?.decoded.claims ?? null,
  signature: signature.state,
  notes: token?.notes ?? [],
})

const verdictJson = ({ endpoint, allowed, status, code, message, fix }: Verdict) => ({
  method: endpoint.method,
  path: endpoint.path,
  allowed,
  status,
  code,
  message,
  fix,
})
