'use client'

import { DropdownMenu } from 'radix-ui'
import { useRef, useState } from 'react'
import { Button, type ButtonProps } from './button'
import { Icon } from './icon'
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
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) w-80 max-w-[calc(100vw-16px)] overflow-auto rounded-card border border-border-strong bg-popover p-1 shadow-2"
        >
          {items.map(item => (
            <div key={item.id}>
              {item.separated && <DropdownMenu.Separator className="my-1 h-px bg-border" />}
              <DropdownMenu.Item
                disabled={item.disabled}
                onSelect={() => {
                  chosen.current = item
                  item.onSelect()
                }}
                className="flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-chip px-2 outline-none data-[disabled]:cursor-default data-[highlighted]:bg-accent data-[disabled]:text-muted-foreground data-[highlighted]:shadow-none max-md:min-h-10"
              >
                {item.icon && <Icon name={item.icon} className="text-muted-foreground" />}
                <span className="min-w-0 flex-1 truncate">
                  {item.label}
                  {item.description && (
                    <span className="block whitespace-normal pb-1 text-muted-foreground text-s">
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
