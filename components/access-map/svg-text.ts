import type { AccessMapLayout } from '@/lib/access-map/layout'
import { accessMapSvg } from '@/lib/access-map/svg'
import { noteOf } from './words'

/** The SVG document of a layout, in the colours of the page as it is shown. */
export function svgText(layout: AccessMapLayout, title: string): string {
  const probe = document.createElement('span')
  // Forced colours would make all of them one colour.
  probe.style.setProperty('forced-color-adjust', 'none')
  document.body.append(probe)
  // `light-dark()` resolves only on a real element.
  const color = (name: string) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const colors = {
    background: color('card'),
    foreground: color('foreground'),
    muted: color('muted-foreground'),
    border: color('border-strong'),
    line: color('input'),
    scope: color('primary-soft'),
    scopeBorder: color('primary-border'),
    warning: color('warning'),
    warningBackground: color('warning-soft'),
    warningBorder: color('warning'),
  }
  probe.remove()
  return accessMapSvg(layout, { title, colors, noteOf })
}
