/** One HTTP request as the gateway received it. */
export interface GatewayRequest {
  /** Upper case. */
  readonly method: string
  /** Percent-encoded as sent; begins with a slash, has neither stage nor query. */
  readonly path: string
  /** Everything after the question mark, as sent; empty without one. */
  readonly query: string
  /** In the order sent; a repeated header appears once for each time it was sent. */
  readonly headers: readonly Header[]
  readonly body: Uint8Array
  /** IP address of the caller. */
  readonly sourceIp: string
  /** The port and scheme the caller used. */
  readonly port: number
  readonly scheme: 'http' | 'https'
}

/** A response on its way to the caller. */
export interface Answer {
  readonly status: number
  readonly headers: readonly Header[]
  readonly body: string | Uint8Array
}

export type Header = readonly [name: string, value: string]

/** The values of a header, compared without case; none when it was not sent. */
export function headerValues(headers: readonly Header[], name: string): readonly string[] {
  const values: string[] = []
  for (const [sent, value] of headers)
    if (sent.length === name.length && sent.toLowerCase() === name) values.push(value)
  return values
}

/** The token of the `Authorization` header, after `Bearer ` where it is there; undefined without a token. */
export function bearerToken(headers: readonly Header[]): string | undefined {
  const [value = ''] = headerValues(headers, 'authorization')
  const text = value.replace(/^Bearer(?: |$)/i, '')
  return text === '' ? undefined : text
}

/** Bytes of the request line and the header values, which API Gateway limits to 10,240 together (guide, "Quotas"). */
export function headBytes({ method, path, query, headers }: GatewayRequest): number {
  let bytes = method.length + path.length + (query === '' ? 0 : query.length + 1) + '  HTTP/1.1'.length
  for (const [, value] of headers) bytes += value.length
  return bytes
}

/** Names and values of a query, decoded, in the order sent. */
export const queryPairs = (query: string): readonly (readonly [name: string, value: string])[] =>
  query === ''
    ? []
    : query
        .split('&')
        .filter(Boolean)
        .map(pair => {
          const equals = pair.indexOf('=')
          const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
          return [decodeText(name.replaceAll('+', ' ')), decodeText(value.replaceAll('+', ' '))] as const
        })

/** A body as text; a byte order mark is part of it. */
export const textOf = (body: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)

/** Decodes `%XX`; text that is not valid percent-encoding is not changed. */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Values by name, each name once, in order of its first appearance. */
export function grouped(pairs: readonly Header[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    const group = groups.get(name)
    if (group) group.push(value)
    else groups.set(name, [value])
  }
  return groups
}
