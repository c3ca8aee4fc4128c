import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../../lib/compile'
import { example } from '../../../../lib/document/example'
import { packageServerless } from '../../../conformance/toolchains/osls'
import { inScratch } from '../../../conformance/toolchains/scratch'

function project(change: object = {}): Readonly<Record<string, string>> {
  const compiled = compile({ ...example, ...change })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  return Object.fromEntries(compiled.project('serverless').files.map(({ path, text }) => [path, text]))
}

const twoExports = {
  endpoints: ['list', 'delete'].map((name, i) => ({
    ...example.endpoints[0]!,
    path: `/orders${i}`,
    handler: `bin/orders.${name}`,
  })),
}

describe('the Serverless project', () => {
  test('has the service, its framework, its handlers, the spec and what git leaves out', () => {
    const files = project()
    expect(Object.keys(files).sort()).toEqual(
      ['.gitignore', 'README.md', 'bin/myevent.mjs', 'package.json', 'serverless.yml', 'wizard.json'].sort(),
    )
    expect(JSON.parse(files['package.json']!)).toMatchObject({
      private: true,
      scripts: { deploy: 'osls deploy', package: 'osls package', remove: 'osls remove' },
      devDependencies: { osls: '^4.3.1' },
    })
    expect(JSON.parse(files['wizard.json']!)).toEqual(example)
    expect(files['.gitignore']).toBe('node_modules/\n.serverless/\n')
  })

  test('is packaged by osls from its own files', async () => {
    const files = project(twoExports)
    const template = await packageServerless(files['serverless.yml']!, { files })
    expect(Object.keys(template.Resources)).toContain('BinOrdersDeleteLambdaFunction')
  })

  test('every handler of serverless.yml is exported by a file that Node reads', async () => {
    await inScratch(project(twoExports), folder => {
      const url = pathToFileURL(path.join(folder, 'bin/orders.mjs')).href
      const script = `const m = await import(${JSON.stringify(url)}); console.log(Object.keys(m).sort().join())`
      const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
      })
      expect(answer.trim()).toBe('delete,list')
    })
  })

  test('the README says how to deploy, and how to take another pool', () => {
    expect(project()['README.md']).toContain('npm run deploy -- --stage prod')
    const existing = { userPool: { source: 'existing', userPoolId: 'us-east-1_AbCdEf123' } }
    expect(project()['README.md']).not.toMatch(/USER_POOL_ID=\S+ npm run/)
    expect(project(existing)['README.md']).toContain('USER_POOL_ID=us-east-1_AbCdEf123 npm run deploy')
  })
})
