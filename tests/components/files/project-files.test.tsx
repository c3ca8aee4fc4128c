// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { inTreeOrder } from '@/components/files/file-tree'
import ProjectFiles from '@/components/files/project-files'
import { compile, formats } from '@/lib/compile'
import { example } from '@/lib/document/example'

const compiled = compile(example)
if (!compiled.ok) throw new Error('the example is refused')

afterEach(cleanup)

const tabOf = (path: string) => screen.getAllByRole('tab').find(tab => tab.title === path)!

describe('the files of a project', () => {
  it.each(formats)('of $id are all there, with their text, the template first', format => {
    const { files } = compiled.project(format.id)
    render(<ProjectFiles format={format} compiled={compiled} onClose={() => {}} />)
    expect(screen.getAllByRole('tab').map(tab => tab.title)).toHaveLength(files.length)
    const shown = () => screen.getByRole('tabpanel').querySelector('pre')?.textContent
    const { fileName, text } = compiled.output(format.id)
    const template = files.some(({ path }) => path === fileName) ? text : inTreeOrder(files)[0]?.text
    expect(shown()).toBe(template)
    for (const file of files) {
      fireEvent.click(tabOf(file.path))
      expect(shown()).toBe(file.text)
    }
    cleanup()
  })
})

describe('the order of a tree', () => {
  it('has the files of a folder before its folders, each by name', () => {
    const paths = ['bin/b.mjs', 'b', 'bin/a/z', 'a', 'bin/c', 'README.md', 'a/a', '.gitignore']
    expect(inTreeOrder(paths.map(path => ({ path, text: '' }))).map(({ path }) => path)).toEqual([
      '.gitignore',
      'README.md',
      'a',
      'b',
      'a/a',
      'bin/b.mjs',
      'bin/c',
      'bin/a/z',
    ])
  })
})
