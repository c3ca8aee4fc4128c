'use client'

import { DropdownMenu } from 'radix-ui'
import { useRef, useState } from 'react'
import { Button, type ButtonProps } from './button'
import { classes } from './classes'
import { Icon } from './icon'
import { menuClasses, menuItemClasses, menuSeparatorClasses } from './menu-classes'
import type { MenuItem } from './menu-item'

export interface MenuListProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly align: 'start' | 'end'
  readonly button: ButtonProps
}

/** The menu itself, open from the start: it is mounted by the click that asks for it. */
export default function MenuList({ label, items, align, button }: MenuListProps) {
  const [open, setOpen] = useState(true)
  const chosen = useRef<MenuItem>(undefined)
  return (
    <DropdownMenu.Root open={open} onOpenChange={setOpen} modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button {...button} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          // What scrolls must be reachable by keyboard, also while no item has focus (WCAG 2.1.1).
          tabIndex={0}
          align={align}
          onCloseAutoFocus={event => {
            if (chosen.current?.movesFocus) event.preventDefault()
            chosen.current = undefined
          }}
          sideOffset={4}
          collisionPadding={8}
          className={`max-h-(--radix-dropdown-menu-content-available-height) ${menuClasses}`}
        >
          {items.map(item => (
            <div key={item.id}>
              {item.separated && <DropdownMenu.Separator className={menuSeparatorClasses} />}
              <DropdownMenu.Item
                disabled={item.disabled}
                onSelect={() => {
                  chosen.current = item
                  item.onSelect()
                }}
                className={menuItemClasses}
              >
                {item.icon && <Icon name={item.icon} className="text-muted-foreground" />}
                <span className={classes('min-w-0 flex-1 truncate', item.description && 'py-1')}>
                  {item.label}
                  {item.description && (
                    <span className="block whitespace-normal text-muted-foreground text-s">
                      {item.description}
                    </span>
                  )}
                </span>
                {item.hint && <span className="text-muted-foreground text-s">{item.hint}</span>}
                {item.checked && <Icon name="check" />}
              </DropdownMenu.Item>
            </div>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
