import { authorize } from '../lib/authorize/authorize'
import type { Circumstances } from '../lib/authorize/circumstances'
import type { Verdict } from '../lib/authorize/verdict'
import { type DecodedToken, decode } from '../lib/token/decode'
import { findTokens } from '../lib/token/find'
import { isUserPoolId } from '../lib/token/issuer'
import { type Jwks, parseJwks, type RsaPublicKey } from '../lib/token/jwks'
import type { Verified } from '../lib/token/verify'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { compileFile, refused } from './document'
import { epoch } from './epoch'
import { readInput } from './input'
import { inspection } from './inspection'

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
    throw new UsageError(`--user-pool-id ${userPoolId} is no user pool id: it looks like us-east-1_AbCdEf123`)
  const fromStdin = [values.spec, values.jwks, ...positionals].filter(file => file === '-')
  if (fromStdin.length > 1) throw new UsageError('only one of spec, key set and token can be standard input')

  const compiled = await compileFile(values.spec)
  if (!compiled.ok) return refused(compiled.errors, values.spec, values.json)
  const jwks = await keysOf(values.jwks)
  if (jwks && !jwks.ok)
    return refused([{ code: 'JWKS_INVALID', path: '', message: jwks.error }], values.jwks!, values.json)

  const { tokens, chosen } = chooseToken(await pasteOf(positionals))
  const signature = await checkSignature(chosen, jwks?.keys)
  const circumstances: Circumstances = {
    now,
    signature: signature.state,
    ...(userPoolId !== undefined && { userPoolId }),
    ...(values['client-id'] && { clientIds: values['client-id'] }),
  }
  const verdicts = authorize(compiled.model, chosen, circumstances)
  const stdout = values.json
    ? `${JSON.stringify({ token: tokenJson(chosen, signature), endpoints: verdicts.map(verdictJson) }, null, 2)}\n`
    : inspection(compiled.model, chosen, signature, verdicts, now)
  const remarks = [
    ...(tokens.length > 1 ? [`${tokens.length} tokens found (${tokens.join(', ')}): ${CHOSEN}`] : []),
    ...(jwks?.ignored.map(reason => `${values.jwks}: ${reason}`) ?? []),
  ]
  return { status: 0, stdout, stderr: remarks.map(remark => `${remark}\n`).join('') }
}

const CHOSEN = 'this is about the first access token, or else the first of them.'

async function pasteOf(positionals: readonly string[]): Promise<string> {
  if (positionals.length === 1 && positionals[0] === '-')
    return new TextDecoder().decode(await readInput('-'))
  return positionals.join(' ')
}

async function keysOf(file: string | undefined): Promise<Jwks | undefined> {
  return file === undefined ? undefined : parseJwks(new TextDecoder().decode(await readInput(file)))
}

function chooseToken(paste: string): { tokens: readonly string[]; chosen: DecodedToken | undefined } {
  const found = findTokens(paste)
  const decoded = found.map(({ token }) => decode(token))
  return {
    tokens: found.map(({ label }) => label),
    chosen: decoded.find(({ kind }) => kind === 'access') ?? decoded[0],
  }
}

async function checkSignature(
  token: DecodedToken | undefined,
  keys: readonly RsaPublicKey[] | undefined,
): Promise<Verified> {
  if (!token) return { state: 'not-checked', reason: 'There is no token.' }
  if (!keys) return { state: 'not-checked', reason: 'No key set was given (--jwks).' }
  const { verify } = await import('../lib/token/verify')
  return verify(token, keys)
}

const tokenJson = (token: DecodedToken | undefined, signature: Verified) => ({
  kind: token?.kind ?? 'malformed',
  header: token?.header ?? null,
  claims: token?.claims ?? null,
  signature: signature.state,
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
