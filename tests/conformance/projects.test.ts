import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { SpecInput } from '../../lib/document/spec'
import type { FormatId } from '../../lib/formats'
import { cases } from './cases'
import { textOf } from './compiled'
import { promisedGraph, readOptions, worded } from './conform'
import { type CompiledBack, toolchains } from './formats'
import { graphOfSpec } from './graph/graph-of-spec'
import { readGraph } from './graph/read-graph'
import { expectAnswers } from './projects/handlers'
import { install } from './projects/install'
import { inProject, inProjectWith, projectZip, unpackProject } from './projects/project'
import { checkSyntax, expectReadme, runWithStubs } from './projects/readme'
import { entriesOf, filesIn, unpack } from './projects/unpack'
import { substituted } from './toolchains/openapi/openapi'
import { packageFolder } from './toolchains/osls'
import { readYaml } from './toolchains/read-yaml'
import type { CompiledTemplate } from './toolchains/template'
import { validate } from './toolchains/validate'

/** A REST API of a new pool; an HTTP API with CORS for several origins; a REST API of a pool that is there already. */
const NAMES = ['example', 'http-cors', 'existing-pool']
const chosen = cases.filter(({ name }) => NAMES.includes(name))
const spec = (name: string): SpecInput => cases.find(one => one.name === name)!.spec

// Handlers run from here, so no package.json above may say what kind of module they are.
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'projects-'))
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

const folderOf = (format: FormatId, name: string) => path.join(root, format, name)

const textIn = (folder: string, file: string) => fs.readFileSync(path.join(folder, file), 'utf8')
const jsonIn = (folder: string, file: string) => JSON.parse(textIn(folder, file))

/** What the project would deploy: valid to AWS's validator, and authorising what the spec promises. */
function expectTemplate(template: CompiledTemplate, of: SpecInput, text = JSON.stringify(template)): void {
  expect(worded(validate(text))).toEqual([])
  expect(readGraph(template, readOptions(of))).toEqual(graphOfSpec(of))
}

const compileBack = (format: FormatId, text: string, of: SpecInput): Promise<CompiledBack> =>
  toolchains.find(toolchain => toolchain.format === format)!.compileBack(text, of)

/** Where the first project of a format leaves its packages: beside all of them, where Node finds them for each. */
const packagesOf = (format: FormatId) => path.join(root, format, 'node_modules')

const settingsOf = new Map<FormatId, object>()

/** Whether a project is the first of its format. The others must have the same settings: its packages do for them, too. */
function isFirst(format: FormatId, settings: object): boolean {
  const before = settingsOf.get(format)
  settingsOf.set(format, settings)
  if (before) expect(settings).toEqual(before)
  return !before
}

/** Runs the app of cdk.json as `cdk synth` does, into the folder that it would take. */
async function synthApp(folder: string): Promise<void> {
  const { app, ...context } = jsonIn(folder, 'cdk.json')
  expect(context).toEqual({ versionReporting: false })
  const [npx, command, ...args] = app.split(' ')
  expect([npx, command]).toEqual(['npx', 'tsx'])
  const settings = { CDK_OUTDIR: path.join(folder, 'cdk.out'), CDK_CONTEXT_JSON: '{}' }
  await inProjectWith(settings, folder, path.join(packagesOf('cdk'), '.bin', command), ...args)
}

describe.each(chosen)('$name, unpacked from its zip', ({ name, spec }) => {
  it('CloudFormation: the templates are valid, the script deploys, the placeholders answer', async () => {
    const folder = folderOf('cloudformation', name)
    unpackProject('cloudformation', spec, folder)
    const files = filesIn(folder)
    expect(Object.entries(files).map(([file, { mode }]) => `${mode.toString(8)} ${file}`)).toEqual([
      '644 README.md',
      '755 deploy.sh',
      '644 template.json',
      '644 template.yaml',
      '644 wizard.json',
    ])
    const entries = entriesOf(Buffer.from(projectZip('cloudformation', spec)))
    expect(
      Object.fromEntries(
        entries.map(({ name, mode, bytes }) => [
          name.slice(name.indexOf('/') + 1),
          { mode, text: `${bytes}` },
        ]),
      ),
    ).toEqual(files)
    const yaml = files['template.yaml']!.text
    const template = readYaml(yaml)
    expectTemplate(template, spec, yaml)
    expectTemplate(jsonIn(folder, 'template.json'), spec, files['template.json']!.text)
    checkSyntax(path.join(folder, 'deploy.sh'))
    expectReadme(folder, spec, template)
    await expectAnswers(template, `${folder}.code`, spec)
  })

  it('SAM: the template expands to the same stack, the handlers answer', async () => {
    const folder = folderOf('sam', name)
    unpackProject('sam', spec, folder)
    const files = filesIn(folder)
    const handlers = new Set(
      spec.endpoints.map(({ handler }) => `functions/${handler.replace(/\.\w+$/, '')}.mjs`),
    )
    expect(new Set(Object.keys(files))).toEqual(
      new Set(['.gitignore', 'README.md', 'samconfig.toml', 'template.yaml', 'wizard.json', ...handlers]),
    )
    const { template, deployed = template } = await compileBack('sam', files['template.yaml']!.text, spec)
    const toolchain = toolchains.find(({ format }) => format === 'sam')!
    expect(readGraph(template, readOptions(spec))).toEqual(promisedGraph(toolchain, spec))
    expectReadme(folder, spec, deployed)
    await expectAnswers(deployed, path.join(folder, 'functions'), spec)
    const { region = 'us-east-1', stage = 'dev' } = spec
    expect(files['samconfig.toml']!.text).toContain(
      `stack_name = "${spec.service}-${stage}"\nregion = "${region}"`,
    )
  })

  it('OpenAPI: the document and its README', async () => {
    const folder = folderOf('openapi', name)
    unpackProject('openapi', spec, folder)
    const files = filesIn(folder)
    expect(Object.keys(files)).toEqual(['README.md', 'openapi.yaml', 'wizard.json'])
    const readme = files['README.md']!.text
    expect(readme).toContain('deploys nothing by itself')
    const [sed] = /^sed .*(?= > body\.yaml$)/m.exec(readme) ?? []
    const body = execFileSync('sh', ['-c', sed!], { cwd: folder, encoding: 'utf8' })
    expect(readYaml(body)).toEqual(readYaml(substituted(files['openapi.yaml']!.text)))
  })

  it('Terraform: the module creates the same, the handlers answer', async () => {
    const folder = folderOf('terraform', name)
    unpackProject('terraform', spec, folder)
    const files = filesIn(folder)
    const handlers = spec.endpoints.map(({ handler }) => `functions/${handler.replace(/\.\w+$/, '')}.mjs`)
    expect(new Set(Object.keys(files))).toEqual(
      new Set(['.gitignore', 'README.md', 'main.tf', 'wizard.json', ...handlers]),
    )
    const { template } = await compileBack('terraform', files['main.tf']!.text, spec)
    expect(readGraph(template, readOptions(spec))).toEqual(graphOfSpec(spec))
    expectReadme(folder, spec, template)
    await expectAnswers(template, path.join(folder, 'functions'), spec)
  })

  it('Serverless: npm install && npm run package', async () => {
    const folder = folderOf('serverless', name)
    unpackProject('serverless', spec, folder)
    const { name: _, ...wanted } = jsonIn(folder, 'package.json')
    const { package: packaging } = readYaml(textIn(folder, 'serverless.yml')) as { readonly package?: object }
    const out = path.join(folder, '.serverless')
    if (isFirst('serverless', { wanted, packaging })) {
      await install(folder, wanted)
      await inProject(folder, 'npm', 'run', 'package')
      expect(jsonIn(out, 'serverless-state.json')).toMatchObject({ service: { service: spec.service } })
      fs.renameSync(path.join(folder, 'node_modules'), packagesOf('serverless'))
    } else {
      // The same command. Starting npm and osls once more, which looks at all packages, takes ten times as long as their work.
      expect(wanted).toMatchObject({ scripts: { package: 'osls package' } })
      await packageFolder(folder)
    }
    const template = jsonIn(out, 'cloudformation-template-update-stack.json')
    expectTemplate(template, spec)
    expectReadme(folder, spec, template)
    unpack(fs.readFileSync(path.join(out, `${spec.service}.zip`)), `${folder}.code`)
    const packed = Object.keys(filesIn(`${folder}.code`))
    expect(packed.filter(file => !file.endsWith('.mjs'))).toEqual(['package.json'])
    await expectAnswers(template, `${folder}.code`, spec)
  })

  it('CDK: npm install, build and synth', async () => {
    const folder = folderOf('cdk', name)
    unpackProject('cdk', spec, folder)
    const { name: _, ...wanted } = jsonIn(folder, 'package.json')
    if (isFirst('cdk', { wanted, tsconfig: jsonIn(folder, 'tsconfig.json') })) {
      await install(folder, wanted)
      await inProject(folder, 'npm', 'run', 'build')
      await inProject(folder, 'npm', 'run', 'synth')
      fs.renameSync(path.join(folder, 'node_modules'), packagesOf('cdk'))
    } else {
      // The same app. Starting npm and CDK's command line once more would double the time.
      expect(wanted).toMatchObject({ scripts: { synth: 'cdk synth' } })
      await synthApp(folder)
    }
    const out = path.join(folder, 'cdk.out')
    const names = fs.readdirSync(out)
    const template = jsonIn(out, names.find(file => file.endsWith('.template.json'))!)
    expectTemplate(template, spec)
    expect(JSON.stringify(jsonIn(out, 'manifest.json'))).toContain(
      `"stackName":"${spec.service}-${spec.stage ?? 'dev'}"`,
    )
    expectReadme(folder, spec, template)
    const code = path.join(out, names.find(file => file.startsWith('asset.'))!)
    expect(Object.keys(filesIn(code)).filter(file => !file.endsWith('.mjs'))).toEqual([])
    await expectAnswers(template, code, spec)
  })
})

it('CDK: the other projects build, all in one program', async () => {
  const [first, ...others] = chosen.map(({ name }) => name)
  const folder = path.join(root, 'cdk')
  const { include, ...options } = jsonIn(folderOf('cdk', first!), 'tsconfig.json')
  const files = others.flatMap(name => include.map((pattern: string) => `${name}/${pattern}`))
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ ...options, include: files }))
  await inProject(folder, path.join(packagesOf('cdk'), '.bin', 'tsc'))
})

describe('deploy.sh from its zip', () => {
  const deploy = (name: string, of: SpecInput, format: FormatId = 'cloudformation') => {
    const folder = path.join(root, 'deploy', name)
    unpackProject(format, of, folder)
    return runWithStubs(folder, './deploy.sh').asked.map(words => words.join(' '))
  }

  it('hands a small template over as it is', () => {
    expect(deploy('small', spec('example'))).toEqual([
      'aws cloudformation deploy --template-file template.yaml --stack-name example-api-dev --region us-east-1' +
        ' --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset --parameter-overrides Stage=dev',
      expect.stringMatching(/^aws cloudformation describe-stacks --stack-name example-api-dev /),
    ])
  })

  it('takes a template of more than 51,200 bytes by way of a bucket that it makes', () => {
    const [endpoint] = spec('example').endpoints
    const endpoints = Array.from({ length: 40 }, (_, i) => ({
      ...endpoint!,
      path: `/p${i}`,
      handler: `bin/h${i}.handler`,
    }))
    const large = { ...spec('example'), endpoints }
    expect(Buffer.byteLength(textOf(large, 'cloudformation'))).toBeGreaterThan(51_200)
    expect(deploy('large', large)).toEqual([
      expect.stringMatching(/^aws sts get-caller-identity /),
      'aws s3api head-bucket --bucket cognito-scope-wizard-123456789012-us-east-1 --region us-east-1',
      'aws s3 mb s3://cognito-scope-wizard-123456789012-us-east-1 --region us-east-1',
      expect.stringMatching(
        / deploy .* --s3-bucket cognito-scope-wizard-123456789012-us-east-1 --s3-prefix example-api-dev$/,
      ),
      expect.stringMatching(/ describe-stacks /),
    ])
  })

  it('hands over the pool that is there already, and the JSON document in its own project', () => {
    expect(deploy('pool', spec('existing-pool'), 'cloudformation-json')[0]).toMatch(
      / --template-file template\.json .* --parameter-overrides Stage=dev UserPoolId=us-gov-west-1_AbCdEf123$/,
    )
  })
})
