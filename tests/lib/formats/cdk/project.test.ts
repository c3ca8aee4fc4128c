import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compile } from '../../../../lib/compile'
import { example } from '../../../../lib/document/example'
import type { SpecInput } from '../../../../lib/document/spec'

const root = path.resolve(import.meta.dirname, '../../../..')
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name)
const folders: string[] = []

afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
})

function filesOf(spec: SpecInput) {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  return new Map(compiled.project('cdk').files.map(({ path, text }) => [path, text]))
}

/** The project on disk, below node_modules so that its packages resolve without an installation. */
function unpack(spec: SpecInput): string {
  const parent = path.join(root, 'node_modules', '.cache')
  fs.mkdirSync(parent, { recursive: true })
  const folder = fs.mkdtempSync(path.join(parent, 'cdk-project-'))
  folders.push(folder)
  for (const [name, text] of filesOf(spec)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
  return folder
}

/** What the CDK command line does: runs the app of cdk.json, with the context given. */
function synth(folder: string, context: Record<string, string> = {}) {
  const { app } = JSON.parse(fs.readFileSync(path.join(folder, 'cdk.json'), 'utf8'))
  const outdir = path.join(folder, 'cdk.out')
  execFileSync(bin('tsx'), [String(app).replace('npx tsx ', '')], {
    cwd: folder,
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      CDK_VALIDATION: 'false',
      AWS_ACCESS_KEY_ID: '',
    },
  })
  const { artifacts } = JSON.parse(fs.readFileSync(path.join(outdir, 'manifest.json'), 'utf8'))
  const [stack] = Object.values<{ type: string; environment: string; properties: Record<string, string> }>(
    artifacts,
  ).filter(({ type }) => type === 'aws:cloudformation:stack')
  const assets = fs.readdirSync(outdir).filter(name => name.startsWith('asset.'))
  return {
    stackName: stack?.properties.stackName,
    environment: stack?.environment,
    template: fs.readFileSync(path.join(outdir, stack!.properties.templateFile!), 'utf8'),
    assets: assets.map(name => fs.readdirSync(path.join(outdir, name), { recursive: true }).sort()),
  }
}

const [endpoint] = example.endpoints
/** Handlers wherever a project has files of its own. */
const scattered: SpecInput = {
  ...example,
  region: 'eu-central-1',
  userPool: { source: 'existing', userPoolId: 'eu-central-1_AbCdEf123' },
  endpoints: ['index.handler', 'lib/orders.list', 'lib/orders.delete', 'bin/example-api.handler'].map(
    (handler, i) => ({ ...endpoint!, path: `/${i}`, handler }),
  ),
}

describe('the CDK project', () => {
  it('contains the app, the stack, the handlers and what npm and the tools read', () => {
    expect([...filesOf(example).keys()].sort()).toEqual([
      '.gitignore',
      'README.md',
      'bin/example-api.ts',
      'bin/myevent.mjs',
      'cdk.json',
      'lib/example-api-stack.ts',
      'package.json',
      'tsconfig.json',
      'wizard.json',
    ])
  })

  it('keeps to the CDK command line that can read what the library writes', () => {
    const { devDependencies } = JSON.parse(filesOf(example).get('package.json')!)
    // The `latest` of npm, 3.0.0, is an accidental publish.
    expect(devDependencies['aws-cdk']).toBe('^2.1148.1')
  })

  it('names no resolution that TypeScript 7 refuses', () => {
    const { compilerOptions } = JSON.parse(filesOf(example).get('tsconfig.json')!)
    expect(compilerOptions.strict).toBe(true)
    expect(compilerOptions.moduleResolution).toBeUndefined()
  })

  it('builds, with handlers among its sources', () => {
    const args = ['-p', unpack(scattered), '--pretty', 'false', '--singleThreaded']
    execFileSync(bin('tsc'), args, { stdio: 'pipe', env: { ...process.env, GOGC: 'off' } })
  })

  it('synthesizes without credentials for the Region of the spec, at the stage given', () => {
    const { stackName, environment, template, assets } = synth(unpack(example), { stage: 'prod' })
    expect(stackName).toBe('example-api-prod')
    expect(environment).toBe('aws://unknown-account/us-east-1')
    expect(template).toContain('"prod-example-api"')
    expect(assets).toEqual([['bin', 'bin/myevent.mjs']])
  })

  it('deploys the handlers and nothing else, wherever they are', () => {
    const folder = unpack(scattered)
    fs.mkdirSync(path.join(folder, 'lib/node_modules/big'), { recursive: true })
    fs.writeFileSync(path.join(folder, 'lib/node_modules/big/index.js'), '')
    const { assets, template, stackName } = synth(folder, { userPoolId: 'eu-central-1_Other' })
    expect(stackName).toBe('example-api-dev')
    expect(assets).toEqual([['bin', 'bin/example-api.mjs', 'index.mjs', 'lib', 'lib/orders.mjs']])
    expect(template).toContain('eu-central-1_Other')
    expect(template).not.toContain('eu-central-1_AbCdEf123')
  })

  it('has stubs that answer under every name of their file', async () => {
    const folder = unpack(scattered)
    const module = await import(path.join(folder, 'lib/orders.mjs'))
    expect(Object.keys(module).sort()).toEqual(['delete', 'list'])
  })
})
