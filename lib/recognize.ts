import type { SpecError } from './document/error'
import { isObject, MAX_DOCUMENT_BYTES } from './document/json-document'

/** What a file is, to follow "This is", and what can be done with it. */
interface Kind {
  readonly name: string
  readonly remedy: string
}

const UNPACK = 'Unpack it and open the wizard.json in it, if it has one.'
const READ_BY_DOCTOR = 'The `doctor` command reads it, and the `import` command makes a wizard.json from it.'
const READ_BY_INSPECTOR = 'The token inspector and the `inspect` command read it.'

const TOKEN: Kind = { name: 'a token', remedy: READ_BY_INSPECTOR }

/** Formats of binary files, by the bytes at their beginning. */
const SIGNATURES: readonly (readonly [string, Kind])[] = [
  ['PK\u0003\u0004', { name: 'a zip archive', remedy: UNPACK }],
  ['\u001f\u008b', { name: 'a gzip archive', remedy: UNPACK }],
  ['%PDF-', { name: 'a PDF', remedy: 'Open the wizard.json that "Save" in the wizard makes.' }],
  ['\u0089PNG', { name: 'an image', remedy: 'Open the wizard.json that "Save" in the wizard makes.' }],
]

/** Fields of a wizard.json that no other format has at the top. */
const OWN_FIELDS = ['userPool', 'resourceServers', 'clients', 'endpoints'] as const

/**
 * Recognizes a file that was given where a wizard.json is expected: a template, an OpenAPI document, a key set, a token,
 * an archive. The code that reads templates is loaded only for text that is none of the others.
 *
 * @param bytes The file.
 * @returns One error, `OTHER_FILE`, that says what it is and what reads it; nothing for a document of the wizard, valid or
 * not, and for a file that is not recognized.
 */
export async function recognizeFile(bytes: Uint8Array): Promise<SpecError | undefined> {
  const kind = bySignature(bytes) ?? (bytes.length > MAX_DOCUMENT_BYTES ? undefined : await kindOfText(bytes))
  return (
    kind && {
      code: 'OTHER_FILE',
      path: '',
      message: `This is ${kind.name}, not a wizard.json. ${kind.remedy}`,
    }
  )
}

const bySignature = (bytes: Uint8Array): Kind | undefined =>
  SIGNATURES.find(([start]) => [...start].every((character, i) => bytes[i] === character.charCodeAt(0)))?.[1]

async function kindOfText(bytes: Uint8Array): Promise<Kind | undefined> {
  const text = new TextDecoder().decode(bytes).trim()
  // A compact JWS or JWE (RFC 7515 §7.1, RFC 7516 §7.1): its header is JSON, so that it starts with {" in base64url.
  if (/^(?:Bearer +)?ey[\w-]*(?:\.[\w-]*){2,4}$/i.test(text)) return TOKEN
  if (/^<(?:!doctype html|html)\b/i.test(text))
    return { name: 'an HTML page', remedy: 'Download the file itself instead of the page that shows it.' }
  const value = jsonOf(text)
  if (OWN_FIELDS.some(name => isObject(value) && Object.hasOwn(value, name))) return undefined
  return (isObject(value) ? kindOfObject(value) : undefined) ?? kindOfTemplate(text)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function kindOfObject(value: Readonly<Record<string, unknown>>): Kind | undefined {
  if (Array.isArray(value.keys) || typeof value.kty === 'string')
    return {
      name: 'a key set (JWKS)',
      remedy: 'The token inspector and `inspect --jwks` verify a token with it.',
    }
  if (typeof value.access_token === 'string' || typeof value.id_token === 'string')
    return { name: 'a token response', remedy: READ_BY_INSPECTOR }
  if (typeof value.token_use === 'string' || (typeof value.iss === 'string' && typeof value.exp === 'number'))
    return { name: 'the claims of a token', remedy: READ_BY_INSPECTOR }
  if (isObject(value.log) && Array.isArray(value.log.entries))
    return { name: 'a HAR file', remedy: READ_BY_INSPECTOR }
  if (typeof value.jwks_uri === 'string')
    return { name: 'an OpenID configuration', remedy: 'Its jwks_uri is the address of the key set.' }
  if (typeof value.$schema === 'string' && isObject(value.properties))
    return { name: 'a JSON Schema', remedy: 'Open a document that follows it.' }
  return undefined
}

const TEMPLATES = {
  cloudformation: 'a CloudFormation template',
  'cloudformation-json': 'a CloudFormation template',
  sam: 'a SAM template',
  serverless: 'a serverless.yml',
  openapi: 'an OpenAPI document',
  'aws-snapshot': 'a snapshot of a deployed API',
} as const

async function kindOfTemplate(text: string): Promise<Kind | undefined> {
  const [{ parseSource }, { formatOf, isCdkSource, isTerraform }] = await Promise.all([
    import('./source/parse'),
    import('./read/detect'),
  ])
  const isProgram = !text.startsWith('{')
  if (isProgram && isTerraform(text))
    return { name: 'a Terraform configuration', remedy: 'The wizard does not read Terraform.' }
  if (isProgram && isCdkSource(text))
    return {
      name: 'CDK source code',
      remedy: 'The `doctor` and `import` commands read what `cdk synth` writes to cdk.out/*.template.json.',
    }
  const parsed = parseSource({ path: '', text })
  const format = parsed.ok ? formatOf(parsed.tree.root, text) : undefined
  return format && { name: TEMPLATES[format], remedy: READ_BY_DOCTOR }
}
