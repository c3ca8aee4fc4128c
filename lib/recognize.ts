import type { SpecError } from './document/error'
import { fileText } from './document/file-text'
import { isObject } from './document/json-document'
import type { InputFormat } from './read/detect'
import { type OtherFile, otherFile } from './read/other-file'

const READ_BY_DOCTOR = 'The `doctor` command reads it, and the `import` command makes a wizard.json from it.'

/** Fields of a wizard.json that no other format has at the top. */
const OWN_FIELDS = ['userPool', 'resourceServers', 'clients', 'endpoints'] as const

/** The largest file that is looked at, in bytes: a template may have 1 MiB. */
const MAX_BYTES = 1_048_576
/** How much of a larger file is looked at: enough to recognise an archive. */
const BEGINNING = 16

/**
 * Recognizes a file that was given where a wizard.json is expected: a template, an OpenAPI document, a key set, a token,
 * an archive. What the doctor reads comes first, as it does there.
 *
 * @param bytes The file.
 * @returns One error, `OTHER_FILE`, that says what it is and what reads it; nothing for a document of the wizard, valid or
 * not, and for a file that is not recognized.
 */
export async function recognizeFile(bytes: Uint8Array): Promise<SpecError | undefined> {
  const isLarge = bytes.length > MAX_BYTES
  const text = textOf(isLarge ? bytes.subarray(0, BEGINNING) : bytes)
  if (isOwn(text)) return undefined
  const file = isLarge
    ? otherFile(text)
    : ((await templateFile(text)) ?? otherFile(text) ?? (await programFile(text)))
  return (
    file && {
      code: 'OTHER_FILE',
      path: '',
      message: `This is ${file.name}, not a wizard.json. ${file.remedy}`,
    }
  )
}

/**
 * Whether the doctor reads a file: a template, an OpenAPI document or a snapshot. A document of the wizard is none,
 * valid or not.
 */
export async function isTemplate(bytes: Uint8Array): Promise<boolean> {
  if (bytes.length > MAX_BYTES) return false
  const text = textOf(bytes)
  return !isOwn(text) && (await templateFormat(text)) !== undefined
}

const textOf = (bytes: Uint8Array): string => fileText(bytes).replace(/^\uFEFF/, '')

async function templateFormat(text: string): Promise<InputFormat | undefined> {
  const [{ parseSource }, { documentOf, formatOf }] = await Promise.all([
    import('./source/parse'),
    import('./read/detect'),
  ])
  const parsed = parseSource({ path: '', text })
  return parsed.ok ? formatOf(documentOf(parsed.tree), text) : undefined
}

function isOwn(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) && OWN_FIELDS.some(name => Object.hasOwn(value, name))
  } catch {
    return false
  }
}

const TEMPLATES = {
  cloudformation: 'a CloudFormation template',
  'cloudformation-json': 'a CloudFormation template',
  sam: 'a SAM template',
  serverless: 'a serverless.yml',
  openapi: 'an OpenAPI document',
  'aws-snapshot': 'a snapshot of a deployed API',
} as const

async function templateFile(text: string): Promise<OtherFile | undefined> {
  const format = await templateFormat(text)
  return format && { name: TEMPLATES[format], remedy: READ_BY_DOCTOR }
}

async function programFile(text: string): Promise<OtherFile | undefined> {
  if (/^\s*\{/.test(text)) return undefined
  const { isCdkSource, isTerraform } = await import('./read/refusal')
  if (isTerraform(text))
    return { name: 'a Terraform configuration', remedy: 'The wizard does not read Terraform.' }
  if (isCdkSource(text))
    return {
      name: 'CDK source code',
      remedy: 'The `doctor` and `import` commands read what `cdk synth` writes to cdk.out/*.template.json.',
    }
  return undefined
}
