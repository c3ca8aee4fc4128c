import { describe, expect, it } from 'vitest'
import { summarizeProject } from '@/components/wizard/review/project-summary'
import { compile, formats } from '@/lib/compile'
import { example } from '@/lib/document/example'

const compiled = compile(example)
if (!compiled.ok) throw new Error('the example is refused')

describe('a download card', () => {
  it.each(formats.map(({ id }) => id))('of %s names its files and a command to run', id => {
    const { entries, command } = summarizeProject(id, compiled)
    const names = entries.map(({ name }) => name)
    expect(names).toContain('README.md')
    expect(names).toContain('wizard.json')
    expect(entries.every(({ note }) => note !== '')).toBe(true)
    expect(command).toMatch(
      id === 'terraform' ? /terraform apply$/ : id === 'openapi' ? / openapi\.yaml$/ : /deploy/,
    )
    expect(command).not.toContain('\n')
  })

  it.each(formats.map(({ id }) => id))('of %s calls nothing pinned that npm may resolve anew', id => {
    const { files } = compiled.project(id)
    const manifest = files.find(({ path }) => path === 'package.json')
    const { dependencies = {}, devDependencies = {} } = JSON.parse(manifest?.text ?? '{}')
    const isPinned =
      files.some(({ path }) => path === 'package-lock.json') &&
      Object.values({ ...dependencies, ...devDependencies }).every(range => /^\d/.test(String(range)))
    const { entries } = summarizeProject(id, compiled)
    const words = [...entries.map(({ note }) => note), ...files.map(({ text }) => text)].join('\n')
    expect(isPinned || !/\bpinned\b/i.test(words)).toBe(true)
  })

  it('counts the files of a folder', () => {
    const more = compile({
      ...example,
      endpoints: [
        ...example.endpoints,
        { ...example.endpoints[0]!, path: '/other', handler: 'bin/other.handler' },
      ],
    })
    if (!more.ok) throw new Error('refused')
    const bin = summarizeProject('serverless', more).entries.find(({ name }) => name === 'bin/')
    expect(bin?.note).toBe('2 files')
  })
})
