'use client'

import { lazy, Suspense, startTransition, useState } from 'react'
import { Button, type ButtonProps } from './button'
import type { MenuItem } from './menu-item'
import { PartBoundary } from './part-boundary'
import { prefetchAfterLoad } from './prefetch-after-load'

export interface MenuButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** The accessible name of the menu. */
  readonly menuLabel: string
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'end'
}

const load = prefetchAfterLoad(() => import('./menu-list'))
const MenuList = lazy(load)

/** A button that opens a menu. The menu's code is fetched when the button gets the pointer or focus. */
export function MenuButton({ menuLabel, items, align = 'start', ...button }: MenuButtonProps) {
  const [wanted, setWanted] = useState(false)
  const trigger = (
    <Button
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={load}
      onFocus={load}
      {...button}
      // As a transition: this button, and its focus, stay until the menu has replaced it.
      onClick={() => startTransition(() => setWanted(true))}
    />
  )
  return (
    <PartBoundary fallback={trigger}>
      <Suspense fallback={trigger}>
        {wanted ? <MenuList label={menuLabel} items={items} align={align} button={button} /> : trigger}
      </Suspense>
    </PartBoundary>
  )
}
