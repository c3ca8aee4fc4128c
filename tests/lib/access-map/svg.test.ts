// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { AccessGraph } from '@/lib/access-map/graph'
import { layoutAccessMap } from '@/lib/access-map/layout'
import { accessMapSvg } from '@/lib/access-map/svg'

const colors = {
  background: 'rgb(255, 255, 255)',
  foreground: '#111',
  muted: '#555',
  border: '#ddd',
  line: '#888',
  scope: '#eef',
  scopeBorder: '#aac',
  warning: '#850',
  warningBackground: '#ffe',
  warningBorder: '#850',
}
const node = (key: string, label: string) => ({ key, label, target: undefined })
const graph: AccessGraph = {
  clients: [{ type: 'client', ...node('c', '<script>alert("1 & 2")</script>\u0007') }],
  credentials: [
    { type: 'credential', kind: 'scope', ...node('s', 'a"/><b x="') },
    { type: 'credential', kind: 'scope', note: 'grants-nothing', ...node('t', 'unused') },
  ],
  endpoints: [{ type: 'endpoint', method: 'GET', path: '/a', ...node('e', 'GET /a') }],
  grants: [{ from: 'c', to: 's' }],
  requirements: [{ from: 's', to: 'e' }],
}
const svg = accessMapSvg(layoutAccessMap(graph), {
  title: 'Map of <x> & "y"',
  colors,
  noteOf: item => (item.type === 'credential' ? item.note : undefined),
})

describe('the SVG document', () => {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  const texts = [...root.querySelectorAll('text')].map(({ textContent }) => textContent)

  it('has every label as text, whatever characters it has', () => {
    expect(root.querySelector('title')?.textContent).toBe('Map of <x> & "y"')
    expect(texts).toEqual([
      'Map of <x> & "y"',
      'Clients',
      'Scopes',
      'Endpoints',
      '<script>alert("1 & 2")</script>\uFFFD',
      'a"/><b x="',
      'unused  ⚠ grants-nothing',
      'GET /a',
    ])
  })

  it('consists of drawing alone, and refers to nothing outside', () => {
    expect([...new Set([...root.querySelectorAll('*')].map(({ tagName }) => tagName))].sort()).toEqual([
      'path',
      'rect',
      'text',
      'title',
    ])
    expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
    expect(svg).not.toMatch(/href|url\(|class=|var\(|<style/)
  })

  it('draws a line for each edge, and a box for each item, within its size', () => {
    expect(root.querySelectorAll('path')).toHaveLength(2)
    const boxes = [...root.querySelectorAll('rect[rx]')]
    expect(boxes).toHaveLength(4)
    const [width, height] = ['width', 'height'].map(name => Number(root.getAttribute(name)))
    for (const box of boxes) {
      const [x, y, w, h] = ['x', 'y', 'width', 'height'].map(name => Number(box.getAttribute(name)))
      expect(x! + w!).toBeLessThanOrEqual(width!)
      expect(y! + h!).toBeLessThanOrEqual(height!)
    }
  })

  it('leads each line from the middle of a right side to the middle of a left side, 120 apart', () => {
    const boxes = [...root.querySelectorAll('rect[rx]')].map(box =>
      ['x', 'y', 'width', 'height'].map(name => Number(box.getAttribute(name))),
    )
    const rights = boxes.map(([x, y, w, h]) => `${(x! + w!).toFixed(1)} ${y! + h! / 2}`)
    const lefts = boxes.map(([x, y, , h]) => `${x!.toFixed(1)} ${y! + h! / 2}`)
    for (const path of root.querySelectorAll('path')) {
      const [x, y, ...curve] = path
        .getAttribute('d')!
        .match(/[\d.]+/g)!
        .map(Number)
      const [toX, toY] = curve.slice(-2)
      expect(rights).toContain(`${x!.toFixed(1)} ${y}`)
      expect(lefts).toContain(`${toX!.toFixed(1)} ${toY}`)
      expect(toX! - x!).toBeCloseTo(120, 0)
    }
    for (const [, , , height] of boxes) expect(height).toBe(24)
  })
})
