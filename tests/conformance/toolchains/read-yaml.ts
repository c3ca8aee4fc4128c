import { createRequire } from 'node:module'
import path from 'node:path'
import type { CompiledTemplate } from './template'

const require = createRequire(import.meta.url)
const cdkFolder = path.dirname(require.resolve('aws-cdk-lib/package.json'))
// By its path, because CDK exports no reader: it is the one in cloudformation-include, YAML 1.1 with the short tags.
const { deserialize }: { deserialize(text: string): CompiledTemplate } = require(
  path.join(cdkFolder, 'cloudformation-include/lib/private/yaml-cfn.js'),
)

/** A CloudFormation YAML text as AWS's own tools read it. */
export const readYaml = (text: string): CompiledTemplate => JSON.parse(JSON.stringify(deserialize(text)))
