import { createRequire } from 'node:module'
import { synthCdk } from './cdk'
import type { CompiledTemplate } from './template'

const require = createRequire(import.meta.url)
const { transmute }: typeof import('cdk-from-cfn') = require('cdk-from-cfn')

export const cdkFromCfnVersion: string = require('cdk-from-cfn/package.json').version

/** A CloudFormation YAML text, read by AWS labs' own parser and printed as CDK TypeScript. */
export const transmuted = (yaml: string): string =>
  transmute(withoutNewerProperties(yaml), 'typescript', 'TransmutedStack', 'stack')

/** The template as it comes back from AWS labs' own reading of it, less what its schema is too old for. */
export const throughCdkFromCfn = (
  yaml: string,
  props?: Readonly<Record<string, unknown>>,
): Promise<CompiledTemplate> => synthCdk(transmuted(yaml), { handlers: [], props, deprecated: 'quiet' })

/**
 * The schema inside cdk-from-cfn 0.334.0 has neither UserPoolTier nor ManagedLoginVersion nor RefreshTokenRotation nor
 * any property of ManagedLoginBranding, and refuses them; at PreTokenGenerationConfig it panics. The text is cut, not
 * parsed, so that its parser still reads our YAML. The permission of a trigger goes with it.
 */
export function withoutNewerProperties(yaml: string): string {
  const kept = yaml
    .replace(/^ +(?:UserPoolTier|ManagedLoginVersion): \S+\n/gm, '')
    .replace(/^ {6}(?:RefreshTokenRotation|LambdaConfig):\n(?: {8}.*\n)+/gm, '')
  const blocks = kept.split(/(?=^ {2}\w+:\n)/m)
  return blocks
    .map(block =>
      /^ {4}Type: "?AWS::Cognito::ManagedLoginBranding"?$|^ {6}Principal: "?cognito-idp\.amazonaws\.com"?$/m.test(
        block,
      )
        ? // What follows the last resource, less indented, belongs to the document.
          (block.match(/^\S[\s\S]*/m)?.[0] ?? '')
        : block,
    )
    .join('')
}
