import type { GatewayRequest } from '../../lib/gateway/request'
import { NOTHING } from './message'

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Headers that curl writes itself. */
const ITS_OWN = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'user-agent', 'expect'])

/** Longer bodies are left out of the command. */
const LONGEST_BODY = 4096

/** The request as far as its command needs it. */
export const withoutLongBody = (request: GatewayRequest): GatewayRequest =>
  request.body.length > LONGEST_BODY ? { ...request, body: NOTHING } : request

/** The request as a curl command; the token is written as `$TOKEN`, so that none ends up in a shell's history. */
export function curlCommand(
  origin: string,
  target: string,
  { method, headers, body }: GatewayRequest,
): string {
  const sent = headers
    .filter(([name]) => !ITS_OWN.has(name.toLowerCase()) && !/^(sec-|cookie$)/i.test(name))
    .map(([name, value]) =>
      name.toLowerCase() === 'authorization'
        ? `-H "${name}: ${/^Bearer /i.test(value) ? 'Bearer ' : ''}$TOKEN"`
        : `-H ${quote(`${name}: ${value}`)}`,
    )
  const text =
    body.length > 0 && body.length <= LONGEST_BODY
      ? [`--data-raw ${quote(new TextDecoder().decode(body))}`]
      : []
  return [
    'curl -i',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    quote(origin + target),
    ...sent,
    ...text,
  ].join(' ')
}
