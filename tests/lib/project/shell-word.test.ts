import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shellWord } from '@/lib/project/readme/markdown'

it('is one word that a shell reads as the text', () => {
  const text = fc.string({ unit: 'grapheme' }).filter(value => !/[\0\n\r]/.test(value))
  const samples = fc.sample(text, { seed: 3, numRuns: 400 })
  const words = [...samples, '', "'", "it's", '$(x)', '`x`', '"', '\\', '!x', '*', '~', '-n', '#c', 'a b']
  const input = `printf '%s\\n' ${words.map(shellWord).join(' ')}`
  expect(spawnSync('sh', { input, encoding: 'utf8' }).stdout.split('\n')).toEqual([...words, ''])
})

it('leaves plain words alone', () => {
  expect(shellWord('scope=com.example.api/read')).toBe('scope=com.example.api/read')
})
