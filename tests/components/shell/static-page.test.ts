// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/dom'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { attachMenu } from '@/components/shell/static-page/menu'

const chosen = vi.fn()

beforeEach(() => {
  chosen.mockReset()
  document.body.innerHTML = '<button aria-haspopup="menu">Open it</button><button>Beside it</button>'
  attachMenu(screen.getByText('Open it'), 'Fruit', () => [
    { id: 'apple', label: 'Apple', onSelect: () => chosen('apple') },
    { id: 'pear', label: 'Pear', checked: true, separated: true, onSelect: () => chosen('pear') },
    { id: 'quince', label: 'Quince', checked: false, onSelect: () => chosen('quince') },
  ])
})

const button = () => screen.getByText('Open it')
const menu = () => screen.queryByRole('menu', { name: 'Fruit' })
const focused = () => document.activeElement?.textContent
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key })

describe('the menu of a page without the framework', () => {
  it('opens with focus on its first item, and says so on its button', () => {
    fireEvent.click(button())
    expect(focused()).toBe('Apple')
    expect(button().getAttribute('aria-expanded')).toBe('true')
    expect(
      within(menu()!)
        .getAllByRole('menuitemradio')
        .map(one => one.getAttribute('aria-checked')),
    ).toEqual(['true', 'false'])
  })

  it.each([
    ['ArrowDown', 'Apple'],
    ['ArrowUp', 'Quince'],
  ])('opens with %s on the button', (key, item) => {
    button().focus()
    press(key)
    expect(focused()).toBe(item)
  })

  it.each([
    [['ArrowDown'], 'Pear'],
    [['ArrowDown', 'ArrowDown', 'ArrowDown'], 'Apple'],
    [['ArrowUp'], 'Quince'],
    [['End'], 'Quince'],
    [['End', 'Home'], 'Apple'],
    [['q'], 'Quince'],
    [['q', 'P'], 'Pear'],
  ])('moves focus with %j', (keys, item) => {
    fireEvent.click(button())
    for (const key of keys) press(key)
    expect(focused()).toBe(item)
  })

  it.each(['Enter', ' '])('chooses with "%s", and gives focus back', key => {
    fireEvent.click(button())
    press('End')
    press(key)
    expect(chosen.mock.calls).toEqual([['quince']])
    expect(menu()).toBeNull()
    expect(document.activeElement).toBe(button())
  })

  it('closes with Escape, and gives focus back', () => {
    fireEvent.click(button())
    press('Escape')
    expect(menu()).toBeNull()
    expect(document.activeElement).toBe(button())
    expect(button().getAttribute('aria-expanded')).toBe('false')
    expect(chosen).not.toHaveBeenCalled()
  })

  it('closes with a second click, and with one elsewhere', () => {
    fireEvent.click(button())
    fireEvent.pointerDown(button())
    fireEvent.click(button())
    expect(menu()).toBeNull()
    fireEvent.click(button())
    fireEvent.pointerDown(screen.getByText('Beside it'))
    expect(menu()).toBeNull()
    fireEvent.click(button())
    expect(menu()).not.toBeNull()
  })
})
