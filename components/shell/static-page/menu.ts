import { type IconName, paths } from '@/components/ui/icon'
import { menuClasses, menuItemClasses, menuSeparatorClasses } from '@/components/ui/menu-classes'
import type { MenuItem } from '@/components/ui/menu-item'

/** Distance of a menu from its button, and from the edge of the window, in pixels. */
const GAP = 4
const MARGIN = 8

/** Makes `button` open a menu, with the keys of the menu button pattern (WAI-ARIA Authoring Practices). */
export function attachMenu(button: HTMLElement, label: string, items: () => readonly MenuItem[]): void {
  let close: (() => void) | undefined
  const open = (last = false) => {
    close ??= openMenu(button, label, items(), last, () => {
      close = undefined
    })
  }
  button.addEventListener('click', () => (close ? close() : open()))
  button.addEventListener('keydown', event => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open(event.key === 'ArrowUp')
  })
}

/** Shows a menu below `button` and focuses an item. Returns the function that closes it. */
function openMenu(
  button: HTMLElement,
  label: string,
  items: readonly MenuItem[],
  last: boolean,
  onClose: () => void,
): () => void {
  const menu = element('div', menuClasses, { role: 'menu', 'aria-label': label })
  const lines = items.map(item => itemLine(item, () => close(), menu))
  const { bottom, right } = button.getBoundingClientRect()
  Object.assign(menu.style, {
    position: 'fixed',
    top: `${bottom + GAP}px`,
    right: `${Math.max(MARGIN, document.documentElement.clientWidth - right)}px`,
    maxHeight: `calc(100vh - ${bottom + GAP + MARGIN}px)`,
  })

  function close(refocus = true) {
    menu.remove()
    button.setAttribute('aria-expanded', 'false')
    document.removeEventListener('pointerdown', onPointerDown)
    if (refocus) button.focus()
    onClose()
  }
  function onPointerDown({ target }: Event) {
    const isInside = target instanceof Node && (menu.contains(target) || button.contains(target))
    if (!isInside) close(false)
  }
  menu.addEventListener('keydown', event => {
    const next = nextLine(lines, event.key)
    if (event.key === 'Tab') return close()
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' || event.key === ' ') (event.target as HTMLElement).click()
    else if (next) next.focus()
    else return
    event.preventDefault()
  })
  document.addEventListener('pointerdown', onPointerDown)
  button.setAttribute('aria-expanded', 'true')
  document.body.append(menu)
  lines.at(last ? -1 : 0)?.focus()
  return close
}

function itemLine(item: MenuItem, close: () => void, menu: HTMLElement): HTMLElement {
  if (item.separated) menu.append(element('div', menuSeparatorClasses, { role: 'separator' }))
  const isChoice = item.checked !== undefined
  const line = element('div', menuItemClasses, {
    role: isChoice ? 'menuitemradio' : 'menuitem',
    tabindex: '-1',
    ...(isChoice && { 'aria-checked': String(item.checked) }),
  })
  if (item.icon) line.append(icon(item.icon))
  const text = element('span', 'min-w-0 flex-1 truncate')
  text.textContent = item.label
  line.append(text)
  if (item.checked) line.append(icon('check'))
  line.addEventListener('click', () => {
    close()
    item.onSelect()
  })
  line.addEventListener('pointermove', () => line.focus())
  line.addEventListener('focus', () => line.setAttribute('data-highlighted', ''))
  line.addEventListener('blur', () => line.removeAttribute('data-highlighted'))
  menu.append(line)
  return line
}

/** The line that a key leads to from the one with focus: the next, the first, or one that starts with a letter. */
function nextLine(lines: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = lines.findIndex(line => line.matches(':focus'))
  if (key === 'ArrowDown') return lines[(at + 1) % lines.length]
  if (key === 'ArrowUp') return lines.at(at < 0 ? -1 : at - 1)
  if (key === 'Home') return lines[0]
  if (key === 'End') return lines.at(-1)
  if (key.length > 1 || key === ' ') return undefined
  const others = [...lines.slice(at + 1), ...lines.slice(0, at + 1)]
  return others.find(line => line.textContent?.toLowerCase().startsWith(key.toLowerCase()))
}

function element(name: string, className: string, attributes: Readonly<Record<string, string>> = {}) {
  const made = document.createElement(name)
  made.className = className
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

/** An icon as `ui/icon.tsx` draws it. */
function icon(name: IconName): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const attributes = { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': true, fill: 'none' }
  const stroke = {
    stroke: 'currentColor',
    'stroke-width': 1.5,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  }
  for (const [key, value] of Object.entries({ ...attributes, ...stroke }))
    svg.setAttribute(key, String(value))
  svg.classList.add('shrink-0')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', paths[name])
  svg.append(path)
  return svg
}
