'use client'

import { Command, defaultFilter } from 'cmdk'
import { Dialog } from 'radix-ui'
import { useMemo, useRef, useState } from 'react'
import { DialogOverlay } from './dialog-overlay'
import { Icon, type IconName } from './icon'
import { Kbd } from './kbd'

/** Something that can be done or shown, found by its name. */
export interface CommandItem {
  readonly id: string
  readonly group: string
  readonly label: string
  /** Other words that find it. */
  readonly keywords?: readonly string[]
  readonly icon?: IconName
  /** The keys that do the same. */
  readonly keys?: readonly string[]
  /** It is the current choice. */
  readonly isCurrent?: boolean
  /** Shown only to a search that finds it: there are many of its kind. */
  readonly isSearchOnly?: boolean
  readonly run: () => void
}

export interface CommandListProps {
  readonly items: readonly CommandItem[]
  readonly onClose: () => void
}

const MAX_FOUND = 40

/** What matches far worse than the best only has the same letters somewhere: "domain" in "Download the CloudFormation". */
const MIN_OF_BEST = 0.1

/** A dialog to find an action by its name and to run it. Import it lazily: it imports the primitive. */
export function CommandList({ items, onClose }: CommandListProps) {
  const [before] = useState(() => document.activeElement)
  const [query, setQuery] = useState('')
  const groups = useMemo(() => groupsOf(found(items, query.trim())), [items, query])
  const [selected, setSelected] = useState('')
  const chosen = useRef<() => void>(undefined)
  return (
    <Dialog.Root open onOpenChange={open => !open && onClose()}>
      <Dialog.Portal>
        <DialogOverlay />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={event => {
            event.preventDefault()
            if (before instanceof HTMLElement && before.isConnected) before.focus()
            // Only now: what is run may move focus itself.
            chosen.current?.()
          }}
          className="fixed top-[12dvh] left-1/2 z-50 flex max-h-[70dvh] w-140 max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col overflow-hidden rounded-card border border-border-strong bg-popover shadow-2 focus:outline-none max-md:top-4 max-md:max-h-[calc(100dvh-32px)]"
        >
          <Dialog.Title className="sr-only">Commands</Dialog.Title>
          <Command
            label="Commands"
            shouldFilter={false}
            loop
            vimBindings={false}
            value={selected}
            onValueChange={setSelected}
            className="flex min-h-0 flex-col"
          >
            <div className="flex flex-none items-center gap-2 border-border border-b px-4">
              <Icon name="search" className="text-muted-foreground" />
              <Command.Input
                value={query}
                onValueChange={search}
                placeholder="Find a command, a step or a field"
                className="h-12 min-w-0 flex-1 bg-transparent outline-none focus-visible:shadow-none"
              />
            </div>
            <Command.List className="scrollbar-quiet min-h-0 flex-1 overflow-auto p-1">
              <Command.Empty className="px-3 py-6 text-center text-muted-foreground">
                Nothing found for “{query}”.
              </Command.Empty>
              {groups.map(([group, members]) => (
                <Command.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-s"
                >
                  {members.map(item => (
                    <Command.Item
                      key={item.id}
                      value={item.id}
                      onSelect={() => {
                        chosen.current = item.run
                        onClose()
                      }}
                      className="flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-chip px-2 aria-selected:bg-accent max-md:min-h-10"
                    >
                      {item.icon ? (
                        <Icon name={item.icon} className="text-muted-foreground" />
                      ) : (
                        <span className="size-4 shrink-0" />
                      )}
                      <span className="min-w-0 flex-1 truncate">{item.label}</span>
                      {item.isCurrent && (
                        <span className="flex items-center gap-1 text-muted-foreground text-s">
                          <Icon name="check" size={14} />
                          current
                        </span>
                      )}
                      {item.keys && (
                        <span className="flex gap-1 max-md:hidden">
                          {item.keys.map(key => (
                            <Kbd key={key}>{key}</Kbd>
                          ))}
                        </span>
                      )}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )

  /** The best match is selected with every key: Enter runs it. */
  function search(text: string) {
    setQuery(text)
    setSelected(groupsOf(found(items, text.trim()))[0]?.[1][0]?.id ?? '')
  }
}

/** The best matches first; without a search everything but the many. */
function found(items: readonly CommandItem[], query: string): readonly CommandItem[] {
  if (query === '') return items.filter(({ isSearchOnly }) => !isSearchOnly)
  const scored = items.map(item => ({
    item,
    score: defaultFilter(item.label, query, [...(item.keywords ?? []), item.group]),
  }))
  const best = Math.max(...scored.map(({ score }) => score))
  return scored
    .filter(({ score }) => score > best * MIN_OF_BEST)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_FOUND)
    .map(({ item }) => item)
}

/** Groups in the order of their first items. */
function groupsOf(items: readonly CommandItem[]): readonly (readonly [string, readonly CommandItem[]])[] {
  const names = [...new Set(items.map(({ group }) => group))]
  return names.map(name => [name, items.filter(({ group }) => group === name)])
}
