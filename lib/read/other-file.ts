/** A file that is neither a template nor a document of the wizard. */
export interface OtherFile {
  /** What it is, to follow "This is". */
  readonly name: string
  /** What reads it, or what to give instead. */
  readonly remedy: string
}

const INSPECT = 'The token inspector and the `inspect` command read it.'
const UNPACK = 'Unpack it and give a file in it.'
const NO_TEXT = 'Give a text file.'

/** Formats of binary files, by what their first bytes become when they are decoded as UTF-8. */
const BEGINNINGS: readonly (readonly [string, OtherFile])[] = [
  ['PK\u0003\u0004', { name: 'a zip archive', remedy: UNPACK }],
  ['\u001f\ufffd', { name: 'a gzip archive', remedy: UNPACK }],
  ['%PDF-', { name: 'a PDF', remedy: NO_TEXT }],
  ['\ufffdPNG', { name: 'an image', remedy: NO_TEXT }],
]

/** Recognizes a key set, a token or what contains one, an archive and a page; undefined for every other text. */
export function otherFile(text: string): OtherFile | undefined {
  const binary = BEGINNINGS.find(([beginning]) => text.startsWith(beginning))
  if (binary) return binary[1]
  const trimmed = text.trim()
  // A compact JWS or JWE (RFC 7515 §7.1, RFC 7516 §7.1): its header is JSON, so that it starts with {" in base64url.
  if (/^(?:Bearer +)?ey[\w-]*(?:\.[\w-]*){2,4}$/i.test(trimmed)) return { name: 'a token', remedy: INSPECT }
  if (/^<(?:!doctype html|html)\b/i.test(trimmed))
    return { name: 'an HTML page', remedy: 'Download the file itself instead of the page that shows it.' }
  if (AS_TABLE.test(trimmed) || AS_TEXT.test(trimmed))
    return {
      name: 'an answer of the AWS CLI as a table or as text',
      remedy: 'Run the command with `--output json`.',
    }
  if (/^An error occurred \(\w+\) when calling the \w+ operation/.test(trimmed))
    return {
      name: 'an error of the AWS CLI',
      remedy: 'Run the command again, with the ids and the permissions that it names.',
    }
  const value = objectOf(trimmed)
  return value && kindOf(value)
}

/** A table begins with a line of hyphens, under which the name of the command stands between two bars. */
const AS_TABLE = /^-{5,}[ \t]*\r?\n\|.*\|[ \t]*(?:\r?\n|$)/
/** Text has a line for each thing: the name of its list in capitals, and values after tabs. */
const AS_TEXT = /^[A-Z]{4,}\t\S/

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function objectOf(text: string): JsonObject | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function kindOf(value: JsonObject): OtherFile | undefined {
  if (Array.isArray(value.keys) || typeof value.kty === 'string')
    return {
      name: 'a key set (JWKS)',
      remedy: 'The token inspector and `inspect --jwks` verify a token with it.',
    }
  if (typeof value.access_token === 'string' || typeof value.id_token === 'string')
    return { name: 'a token response', remedy: INSPECT }
  if (typeof value.token_use === 'string' || (typeof value.iss === 'string' && typeof value.exp === 'number'))
    return { name: 'the claims of a token', remedy: INSPECT }
  if (isObject(value.log) && Array.isArray(value.log.entries)) return { name: 'a HAR file', remedy: INSPECT }
  if (typeof value.jwks_uri === 'string')
    return { name: 'an OpenID configuration', remedy: 'Its jwks_uri is the address of the key set.' }
  const answer = answerOf(value)
  if (answer) return answer
  if (typeof value.$schema === 'string' && isObject(value.properties))
    return { name: 'a JSON Schema', remedy: 'Give a document that follows it.' }
  return undefined
}

const ANSWERS =
  'Give those of `get-authorizers` and `get-resources --embed methods`, or `get-routes` for an HTTP API.'

/** An answer of the AWS CLI that is not read: it does not say who may call which endpoint. */
function answerOf(value: JsonObject): OtherFile | undefined {
  const list = value.items ?? value.Items
  if (Array.isArray(list) && list.length === 0)
    return { name: 'an empty answer of the AWS CLI', remedy: 'Leave it out.' }
  const one = Array.isArray(list) && isObject(list[0]) ? list[0] : value
  const has = (...keys: readonly string[]) => keys.every(key => Object.hasOwn(one, key))
  if (has('httpMethod', 'authorizationType'))
    return {
      name: 'an answer of `get-method`, which does not say the path',
      remedy: 'Give that of `get-resources --embed methods`.',
    }
  if (has('path', 'resourceMethods'))
    return {
      name: 'an answer of `get-resource`, which has one path',
      remedy: 'Give that of `get-resources --embed methods`.',
    }
  if (has('RouteId', 'RouteKey') || has('routeId', 'routeKey'))
    return { name: 'an answer of `get-route`, which has one route', remedy: 'Give that of `get-routes`.' }
  if (has('UserPoolId', 'ClientName') && !has('ClientId'))
    return {
      name: 'what `create-user-pool-client` is asked for',
      remedy: 'Give the answer of `describe-user-pool-client`.',
    }
  if (Array.isArray(value.UserPoolClients))
    return {
      name: 'an answer of `list-user-pool-clients`, which does not say what the clients may do',
      remedy: 'Give those of `describe-user-pool-client`.',
    }
  const isOther =
    has('id', 'endpointConfiguration') ||
    has('id', 'pathPart') ||
    has('ApiId', 'ProtocolType') ||
    has('IntegrationId') ||
    has('StageName') ||
    has('stageName', 'deploymentId') ||
    Array.isArray(value.UserPools)
  return isOther
    ? { name: 'an answer of the AWS CLI that does not say who may call', remedy: ANSWERS }
    : undefined
}
