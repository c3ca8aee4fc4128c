import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { handlerFiles, inScratch, type ProjectFiles, writeFiles } from './scratch'
import type { CompiledTemplate, Stack } from './template'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-home-'))
process.on('exit', () => fs.rmSync(home, { recursive: true, force: true }))
// osls writes its state below HOME, which a build machine may not let it do.
process.env.HOME = home
// It compiles the JSON Schema of its configuration to code, which takes 5 seconds, and keeps the result by the schema's
// hash. Kept with the packages, it is made once for all test files and runs, and goes when the packages go.
process.env.SLS_SCHEMA_CACHE_BASE_DIR = path.resolve(import.meta.dirname, '../../../node_modules/.cache/osls')
process.env.SLS_NOTIFICATIONS_MODE = 'off'
process.env.SLS_TELEMETRY_DISABLED = '1'

type Json = Record<string, unknown>
interface Instance {
  readonly service: { readonly provider: { readonly compiledCloudFormationTemplate: CompiledTemplate } }
  getProvider(name: 'aws'): { readonly naming: { getStackName(): string } }
  init(): Promise<void>
  run(): Promise<void>
}

const require = createRequire(import.meta.url)
const inside = (module: string) => require(`osls/lib/${module}.js`)
// It finds the compiled schema by a hash of the schema, and sorts its keys for that, which takes a quarter of its time. A
// schema with the same text has the same hash. Replaced before osls is loaded, because osls keeps what it first gets.
const hashModule = require.resolve('osls/lib/classes/config-schema-handler/schema-hash.js')
const hashOf: (schema: Json) => string = require(hashModule)
const hashes = new Map<string, string>()
require.cache[hashModule]!.exports = (schema: Json) => {
  const text = JSON.stringify(schema)
  const hash = hashes.get(text) ?? hashOf(schema)
  hashes.set(text, hash)
  return hash
}

const Serverless: new (input: Json) => Instance = inside('serverless')
const readConfiguration: (file: string) => Promise<Json> = inside('configuration/read')
const resolveMeta: (configuration: Json) => Map<string, unknown> = inside(
  'configuration/variables/resolve-meta',
)
const resolveVariables: (input: Json) => Promise<void> = inside('configuration/variables/resolve')
const source = (name: string) => inside(`configuration/variables/sources/${name}`)

// It writes what it read to serverless-state.json, for `serverless deploy`. That takes as long as the rest of the work and
// no one reads it here; tests/conformance/projects.test.ts packages with the whole of osls.
inside('plugins/aws/package/lib/save-service-state').saveServiceState = async () => undefined

export const oslsVersion: string = require('osls/package.json').version

/** What is given at deploy time: `--stage`, and variables of the environment. */
export interface DeployOptions {
  readonly stage?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface PackageOptions extends DeployOptions {
  /** The project's files; left out, a stub for each handler. */
  readonly files?: ProjectFiles
}

/** `serverless package` in process: the text of serverless.yml → the CloudFormation template it deploys. */
export const packageServerless = async (yaml: string, options?: PackageOptions): Promise<CompiledTemplate> =>
  (await packageStack(yaml, options)).template

/** The same, with the name of the stack that `serverless deploy` would make. */
export const packageStack = (yaml: string, { files, ...options }: PackageOptions = {}): Promise<Stack> =>
  inScratch({ 'serverless.yml': yaml, ...files }, async folder => {
    const configuration = await configurationIn(folder)
    if (files === undefined) writeFiles(folder, handlerFiles(handlersOf(configuration)))
    return packageAs(configuration, folder, options)
  })

/** The same in a project's folder, where it leaves what it makes. */
export const packageFolder = async (folder: string): Promise<Stack> =>
  packageAs(await configurationIn(folder), folder, {})

const configurationIn = (folder: string) => readConfiguration(path.join(folder, 'serverless.yml'))

async function packageAs(
  configuration: Json,
  serviceDir: string,
  { env = {}, ...options }: DeployOptions,
): Promise<Stack> {
  // Set here and not in the printed file: Serverless v3 does not support nodejs24.x and would fail its own check.
  configuration.configValidationMode = 'error'
  const variablesMeta = resolveMeta(configuration)
  const sources = {
    env: source('env'),
    file: source('file'),
    opt: source('opt'),
    self: source('self'),
    strToBool: source('str-to-bool'),
    sls: source('instance-dependent/get-sls')(),
    param: source('instance-dependent/param')({
      configurationInput: configuration,
      processedInput: { options },
    }),
  }
  const fulfilledSources = new Set(Object.keys(sources))
  Object.assign(process.env, env)
  await resolveVariables({ serviceDir, configuration, variablesMeta, sources, options, fulfilledSources })
  for (const name of Object.keys(env)) delete process.env[name]
  if (variablesMeta.size > 0)
    throw new Error(`variables left over: ${JSON.stringify([...variablesMeta.entries()])}`)
  const serverless = new Serverless({
    configuration,
    serviceDir,
    configurationFilename: 'serverless.yml',
    commands: ['package'],
    options,
    variablesMeta,
  })
  await serverless.init()
  await serverless.run()
  const template = JSON.parse(JSON.stringify(serverless.service.provider.compiledCloudFormationTemplate))
  return { template, stackName: serverless.getProvider('aws').naming.getStackName() }
}

function handlersOf(configuration: Json): string[] {
  const functions = (configuration.functions ?? {}) as Readonly<Record<string, { readonly handler: string }>>
  return Object.values(functions).map(({ handler }) => handler)
}
