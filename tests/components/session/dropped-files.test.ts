import { expect, it } from 'vitest'
import { readFileList } from '@/components/session/dropped-files'

const MIB = 1024 * 1024
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
const read = async (content: string | Uint8Array<ArrayBuffer>) => {
  const [file] = await readFileList([new File([content], 'a.yml')])
  return file?.text ?? ''
}

it.each([
  ['ASCII', 'a'.repeat(MIB), 'a'.repeat(MIB)],
  ['characters of three bytes', '\u4e2d'.repeat(MIB), '\u4e2d'.repeat(MIB)],
  ['characters of four bytes', '\u{1f600}'.repeat(MIB / 2), '\u{1f600}'.repeat(MIB / 2)],
  ['UTF-16', utf16('a'.repeat(MIB - 1)), `\uFEFF${'a'.repeat(MIB - 1)}`],
  ['ASCII before characters of three bytes', `${'a'.repeat(MIB - 9)}${'\u4e2d'.repeat(9)}`, undefined],
])('reads all of a file of 1 MiB of %s', async (_, content, text) => {
  expect((await read(content)) === (text ?? content)).toBe(true)
})

it.each<[string, string | Uint8Array<ArrayBuffer>, number]>([
  ['ASCII', 'a'.repeat(5 * MIB), 1.01],
  ['ASCII with an accent', `\u00e9${'a'.repeat(5 * MIB)}`, 1.01],
  ['characters of three bytes', '\u4e2d'.repeat(2 * MIB), 1.01],
  ['UTF-16', utf16('a'.repeat(5 * MIB)), 1.3],
])('reads only so much of a larger file of %s that it is refused', async (_, content, most) => {
  const { length } = await read(content)
  expect(length).toBeGreaterThan(MIB)
  expect(length).toBeLessThan(most * MIB)
})
