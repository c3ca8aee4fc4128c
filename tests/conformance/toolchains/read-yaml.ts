import { createRequire } from 'node:module'
import path from 'node:path'
import type { CompiledTemplate } from './template'

const require = createRequire(import.meta.url)
const cdkFolder = path.dirname(require.resolve('aws-cdk-lib/package.json'))
// By its path, because CDK exports no reader: it is the one in cloudformation-include, YAML 1.1 with the short tags.
const { deserialize }: { deserialize(text: string): CompiledTemplate } = require(
  path.join(cdkFolder, 'cloudformation-include/lib/private/yaml-cfn.js'),
)

const known = new Map<string, string>()

/** A CloudFormation YAML text as AWS's own tools read it, in JSON. Each text is read once. */
export function yamlToJson(text: string): string {
  const json = known.get(text) ?? JSON.stringify(deserialize(text))
  known.set(text, json)
  return json
}

/** The same as a tree of its own for each caller. */
export const readYaml = (text: string): CompiledTemplate => JSON.parse(yamlToJson(text))
