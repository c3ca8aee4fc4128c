// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AccessMap } from '@/components/access-map/access-map'
import type { AccessGraph } from '@/lib/access-map/graph'

afterEach(cleanup)

const node = (key: string, label: string) => ({ key, label, target: `place of ${key}` })
const endpoint = (i: number, path: string) =>
  ({ type: 'endpoint', method: 'GET', path, ...node(`e${i}`, `GET ${path}`) }) as const
const graph = (paths: readonly string[]): AccessGraph<string> => ({
  clients: [{ type: 'client', ...node('c0', 'web') }],
  credentials: [
    { type: 'credential', kind: 'scope', ...node('s0', 'api/read') },
    { type: 'credential', kind: 'scope', note: 'grants-nothing', ...node('s1', 'api/unused') },
  ],
  endpoints: paths.map((path, i) => endpoint(i, path)),
  grants: [{ from: 'c0', to: 's0' }],
  requirements: paths.map((_, i) => ({ from: 's0', to: `e${i}` })),
})
const onOpen = vi.fn()
const show = (paths: readonly string[]) =>
  render(<AccessMap graph={graph(paths)} title="Map" fileName="map.svg" onOpen={onOpen} />)
const item = (key: string) => document.querySelector<HTMLElement>(`[data-item="${key}"]`)!
const states = () =>
  [...document.querySelectorAll<HTMLElement>('[data-item]')].map(
    ({ dataset }) => `${dataset.item}: ${dataset.state}`,
  )

describe('the access map', () => {
  it('names every item with what it is connected to', () => {
    show(['/a'])
    const names = screen
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
      .filter(name => name !== 'Download SVG')
    expect(names).toEqual([
      'web, client, gets api/read',
      'api/read, 1 client, 1 endpoint',
      'api/unusedno endpoint requires it, 0 clients, 0 endpoints; no endpoint requires it',
      'GET/a, endpoint, requires api/read',
    ])
  })

  it('follows the path of the item under the pointer', () => {
    show(['/a'])
    fireEvent.pointerOver(item('c0'))
    expect(states()).toEqual(['c0: lit', 's0: lit', 's1: dim', 'e0: lit'])
    fireEvent.pointerOver(document.querySelector('.access-map-column')!)
    expect(states().every(state => state.endsWith('undefined'))).toBe(true)
  })

  it('opens the place of what is clicked', () => {
    show(['/a'])
    fireEvent.click(item('e0'))
    expect(onOpen).toHaveBeenCalledWith('place of e0')
  })

  it('is one tab stop, and arrow keys move in it', () => {
    show(['/a', '/b'])
    const stops = () =>
      [...document.querySelectorAll<HTMLElement>('[data-item]')]
        .filter(({ tabIndex }) => tabIndex === 0)
        .map(({ dataset }) => dataset.item)
    expect(stops()).toEqual(['c0'])
    act(() => item('c0').focus())
    for (const [key, expected] of [
      ['ArrowRight', 's0'],
      ['ArrowRight', 'e0'],
      ['ArrowDown', 'e1'],
      ['ArrowDown', 'e1'],
      ['Home', 'e0'],
      ['ArrowLeft', 's0'],
      ['End', 's1'],
    ] as const) {
      fireEvent.keyDown(document.activeElement!, { key })
      expect((document.activeElement as HTMLElement).dataset.item, key).toBe(expected)
      expect(stops()).toEqual([expected])
    }
  })

  it('opens and closes a group of many endpoints', () => {
    show(Array.from({ length: 40 }, (_, i) => `/area${i % 2}/${i}`))
    const group = () => item('group /area1')
    expect(item('e1')).toBeNull()
    expect(group().getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(group())
    expect(item('e1')).not.toBeNull()
    expect(group().getAttribute('aria-expanded')).toBe('true')
    fireEvent.click(group())
    expect(item('e1')).toBeNull()
  })
})
