import { expect, test } from 'vitest'
import { formatTabs, tabOf } from '@/components/files/format-tabs'
import { formats } from '@/lib/compile'

test('a tab for each name, and JSON as a notation of CloudFormation', () => {
  const tabs = formatTabs(formats)
  expect(tabs.map(({ main }) => main.label)).toEqual([...new Set(formats.map(({ name }) => name))])
  expect(tabs.flatMap(({ short }) => short ?? [])).toEqual(['CFN'])
  expect(tabs[0]!.notations.map(({ language }) => language)).toEqual(['yaml', 'json'])
  expect(tabOf(tabs, 'cloudformation-json')).toBe(tabs[0])
})
