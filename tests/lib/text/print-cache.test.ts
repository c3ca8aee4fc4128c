import { describe, expect, it } from 'vitest'
import { resource } from '@/lib/template/template'
import type { Line } from '@/lib/text/line'
import { block, createPrintCache, noCache, resourceBlock } from '@/lib/text/print-cache'

let rendered = 0

function lines({ text }: { readonly text: string }): Line[] {
  rendered++
  return [{ text }]
}

const shout = ({ text }: { readonly text: string }): Line[] => [{ text: text.toUpperCase() }]

/** Prints one frame of blocks with these texts; says the text and how many were rendered. */
function frame(cache: ReturnType<typeof createPrintCache>, texts: readonly string[]) {
  rendered = 0
  cache.nextFrame()
  const text = texts.map(text => cache.print(block({ text }, lines)).text).join('')
  expect(text).toBe(texts.map(text => `${text}\n`).join(''))
  return rendered
}

describe('a print cache', () => {
  const many = Array.from({ length: 30 }, (_, i) => `block ${i}`)

  it.each([
    ['nothing', many, 0],
    ['one in place', many.with(10, 'new'), 1],
    ['the first', many.with(0, 'new'), 1],
    ['several in a row, in place', [...many.slice(0, 5), ...Array(12).fill('new'), ...many.slice(17)], 12],
    ['every second in place', many.map((text, i) => (i % 2 ? text : `${text} new`)), 15],
    ['one added', many.toSpliced(7, 0, 'new'), 1],
    ['several added', many.toSpliced(7, 0, ...Array(12).fill('new')), 12],
    ['some removed', many.toSpliced(7, 5), 0],
    ['one changed and the next removed', many.toSpliced(7, 2, 'new'), 1],
    ['all', many.map(text => `${text} new`), 30],
  ])('renders again only what is not there yet: change %s', (_, texts, count) => {
    const cache = createPrintCache()
    frame(cache, many)
    expect(frame(cache, texts)).toBe(count)
    expect(frame(cache, texts)).toBe(0)
  })

  it('drops blocks that one frame did not use', () => {
    const cache = createPrintCache()
    frame(cache, many)
    frame(cache, [])
    expect(frame(cache, many)).toBe(30)
  })

  it('distinguishes functions with the same inputs', () => {
    const cache = createPrintCache()
    for (const render of [lines, shout, lines]) {
      cache.nextFrame()
      expect(cache.print(block({ text: 'a' }, render)).text).toBe(render === shout ? 'A\n' : 'a\n')
    }
  })

  it('never reuses the lines of an inline function, which may depend on anything', () => {
    const cache = createPrintCache()
    for (const outside of ['a', 'b']) {
      cache.nextFrame()
      expect(cache.print(block({}, () => [{ text: outside }])).text).toBe(`${outside}\n`)
    }
  })

  it('distinguishes resources by function, type, logical ID and inputs', () => {
    const name = (made: ReturnType<typeof resource>) => [
      { text: `${made.type} ${made.logicalId} ${JSON.stringify(made.body().properties)}` },
    ]
    const build = ({ size }: { readonly size: number }) => ({ properties: { size } })
    const other = ({ size }: { readonly size: number }) => ({ properties: { length: size } })
    const cache = createPrintCache()
    for (const made of [
      resource('A', 'AWS::S3::Bucket', { size: 1 }, build),
      resource('B', 'AWS::S3::Bucket', { size: 1 }, build),
      resource('B', 'AWS::S3::Object', { size: 1 }, build),
      resource('B', 'AWS::S3::Object', { size: 2 }, build),
      resource('B', 'AWS::S3::Object', { size: 2 }, other),
    ]) {
      const shown = resourceBlock(made, {}, name)
      cache.nextFrame()
      expect(cache.print(shown)).toEqual(noCache.print(shown))
    }
  })
})
