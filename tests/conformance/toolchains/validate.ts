import { createRequire } from 'node:module'
import { yamlToJson } from './read-yaml'

export interface Diagnostic {
  readonly ruleId: string
  readonly severity: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL'
  readonly message: string
  readonly propertyPath?: string
  readonly entity?: { readonly id?: string }
  readonly startLine?: number
}

interface Report {
  readonly status: 'OK' | 'ANALYSIS_INCOMPLETE' | 'ERROR'
  readonly diagnostics: readonly Diagnostic[]
}

interface Validator {
  version(): string
  readonly CompositeEngine: new () => {
    validateTemplate(template: object, config: { readonly severityLevel: string }): Report
  }
  readonly TemplateContent: new (text: string, name: string) => object
}

const require = createRequire(import.meta.url)
// AWS ships its validator inside aws-cdk-lib only, so it is resolved from there and pinned with it.
const validator: Validator = createRequire(require.resolve('aws-cdk-lib/package.json'))(
  '@aws/cloudformation-validate',
)

/** W3005 is a DependsOn that a Ref makes redundant; W3011 is advice on retention. */
const tolerated = new Set(['W3005', 'W3011'])

let engine: InstanceType<Validator['CompositeEngine']> | undefined

export const validatorVersion = (): string => validator.version()

const reported = new Map<string, readonly Diagnostic[]>()

/**
 * What AWS's validator reports for a template, YAML or JSON text, less the tolerated rules. Each text is read once, and JSON
 * that says what another text has said is not read again: the two documents of CloudFormation are one template.
 */
export function validate(text: string): readonly Diagnostic[] {
  const isJson = text.startsWith('{')
  const key = isJson ? withoutLayout(text) : text
  const diagnostics = reported.get(key) ?? newReport(text)
  reported.set(key, diagnostics)
  if (!isJson) reported.set(withListsOfGetAtt(yamlToJson(text)), diagnostics)
  return diagnostics
}

/** `!GetAtt Pool.Arn` is read as the text `Pool.Arn`; JSON has to write it as a list. */
const withListsOfGetAtt = (json: string): string =>
  json.replace(/"Fn::GetAtt":"(\w+)\.(\w+)"/g, '"Fn::GetAtt":["$1","$2"]')

/** A JSON text as one line, or as it is where reading it would lose more than white space: a key that is there twice. */
function withoutLayout(text: string): string {
  const line = JSON.stringify(JSON.parse(text))
  return line.replace(/\s/g, '') === text.replace(/\s/g, '') ? line : text
}

function newReport(text: string): readonly Diagnostic[] {
  engine ??= new validator.CompositeEngine()
  const report = engine.validateTemplate(new validator.TemplateContent(text, 'template.yaml'), {
    severityLevel: 'WARN',
  })
  if (report.status !== 'OK') throw new Error(`the validator did not finish: ${report.status}`)
  return report.diagnostics.filter(({ ruleId }) => !tolerated.has(ruleId))
}
