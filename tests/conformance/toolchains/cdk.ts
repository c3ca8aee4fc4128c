import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'
import { transformSync } from '@swc/core'
import { handlerFiles, inScratch } from './scratch'
import type { CompiledTemplate, Stack } from './template'

process.env.CDK_DISABLE_VERSION_CHECK = '1'
// The templates are validated by validate.ts, under our policy.
process.env.CDK_VALIDATION = 'false'

const require = createRequire(import.meta.url)
const cdk: typeof import('aws-cdk-lib') = require('aws-cdk-lib')

export const cdkVersion: string = require('aws-cdk-lib/package.json').version

const allowed = /^(aws-cdk-lib(\/[\w-]+)*|constructs|(node:)?path)$/

export interface SynthOptions {
  /** `bin/orders.list`: asset folders need their files. */
  readonly handlers: Iterable<string>
  /** In addition to StackProps: `stage`, `userPoolId`. */
  readonly props?: Readonly<Record<string, unknown>> | undefined
  /** What a use of CDK's deprecated API does. */
  readonly deprecated?: 'fail' | 'quiet'
}

/** Synthesizes the one stack class that a TypeScript source exports, as `lib/x-stack.ts` of a project. */
export const synthCdk = async (source: string, options: SynthOptions): Promise<CompiledTemplate> =>
  (await synthStack(source, options)).template

/** The name of the stack that `cdk deploy` would make. */
export const cdkStackName = async (source: string, options: SynthOptions): Promise<string> =>
  (await synthStack(source, options)).stackName

/** The same, with the name of the stack that `cdk deploy` would make. */
export function synthStack(
  source: string,
  { handlers, props, deprecated = 'fail' }: SynthOptions,
): Promise<Stack> {
  process.env.JSII_DEPRECATED = deprecated
  return inScratch(handlerFiles(handlers), folder =>
    withoutTraces(() => {
      const exported = load(source, path.join(folder, 'lib', 'generated-stack.ts'))
      const classes = Object.values(exported).filter(value => typeof value === 'function')
      if (classes.length !== 1) throw new Error(`one stack class expected, ${classes.length} exported`)
      const StackClass = classes[0] as new (
        scope: object,
        id: string,
        props?: object,
      ) => import('aws-cdk-lib').Stack
      const app = new cdk.App({
        outdir: path.join(folder, 'cdk.out'),
        analyticsReporting: false,
        treeMetadata: false,
        stackTraces: false,
      })
      const { stackName } = new StackClass(app, 'Generated', props)
      const artifact = app.synth().getStackByName(stackName)
      const refused = artifact.messages.filter(({ level }) => level !== 'info')
      if (refused.length > 0)
        throw new Error(`cdk synth: ${refused.map(({ entry }) => String(entry.data)).join('\n')}`)
      return { template: JSON.parse(JSON.stringify(artifact.template)), stackName }
    }),
  )
}

/** CDK notes where each construct was made, for messages that no one reads here. That takes a fifth of its time. */
function withoutTraces<T>(work: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function load(source: string, file: string): Record<string, unknown> {
  const { code } = transformSync(source, {
    filename: file,
    configFile: false,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript', decorators: false }, target: 'es2022' },
    module: { type: 'commonjs' },
  })
  const module = { exports: {} as Record<string, unknown> }
  const allowedRequire = (id: string) => {
    if (!allowed.test(id)) throw new Error(`generated code may not import ${id}`)
    return require(id)
  }
  // In this context and not a new one, so that instanceof and literals mean the same on both sides.
  const run = vm.runInThisContext(`(function(exports,require,module,__filename,__dirname){${code}\n})`, {
    filename: file,
  })
  run(module.exports, allowedRequire, module, file, path.dirname(file))
  return module.exports
}
