import { expect, it } from 'vitest'
import { readFiles } from '@/lib/read/read'

const template = (...stacks: readonly string[]) =>
  `Resources:\n${stacks.map(id => `  ${id}: { Type: AWS::CloudFormation::Stack }\n`).join('')}`

it('each file says which of its stacks were not given, though their names are the same', () => {
  const text = template('Inner')
  const { files } = readFiles(['one.yaml', 'two.yaml'].map(path => ({ path, text })))
  expect(files.map(({ read, problems }) => [read, problems.length])).toEqual([
    ['partly', 1],
    ['partly', 1],
  ])
})

it('rules get a limited number of causes, and each file names its own', () => {
  const ids = [...Array(600).keys()].map(i => `Inner${i}`)
  const { files, deployed } = readFiles([{ path: 'template.yaml', text: template(...ids) }])
  expect([deployed.open.length, files[0]?.problems.length]).toEqual([500, 600])
})
