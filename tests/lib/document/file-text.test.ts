import { expect, it } from 'vitest'
import { fileText } from '@/lib/document/file-text'

const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from([...text].flatMap(char => bytesOf(char.charCodeAt(0), isLittle)))
const bytesOf = (unit: number, isLittle: boolean) =>
  isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]

it.each([
  ['UTF-8', new TextEncoder().encode('{"a": "é"}'), '{"a": "é"}'],
  ['UTF-8 with a byte order mark', new TextEncoder().encode('\uFEFFa'), '\uFEFFa'],
  ['UTF-16, as PowerShell writes it', utf16('\uFEFF{"a": "é"}', true), '\uFEFF{"a": "é"}'],
  ['UTF-16, the greater byte first', utf16('\uFEFF{"a": "é"}', false), '\uFEFF{"a": "é"}'],
  ['nothing', Uint8Array.of(), ''],
])('a file in %s', (_, bytes, text) => {
  expect(fileText(bytes)).toBe(text)
})
