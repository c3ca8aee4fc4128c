'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import type { ScopeUses } from '@/lib/document/edit/scope-uses'

export interface DeleteConfirmationProps {
  /** What would be deleted, with its name: `scope write`. */
  readonly what: ReactNode
  readonly deleteLabel: string
  readonly uses: ScopeUses
  readonly onDelete: () => void
  readonly onClose: () => void
}

/** Asks before a scope or server is deleted, and lists the clients and endpoints that use it. */
export default function DeleteConfirmation({
  what,
  deleteLabel,
  uses,
  onDelete,
  onClose,
}: DeleteConfirmationProps) {
  const places = uses.clients.length + uses.endpoints.length
  return (
    <Dialog
      onClose={onClose}
      title={<>Delete {what}?</>}
      description={`${places === 1 ? 'One place uses' : `${places} places use`} it and ${places === 1 ? 'loses' : 'lose'} it:`}
      actions={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            look="danger"
            icon="trash"
            onClick={() => {
              onDelete()
              onClose()
            }}
          >
            {deleteLabel}
          </Button>
        </>
      }
    >
      <ul className="divide-y divide-border rounded-control border border-border">
        {uses.clients.map(name => (
          <li key={`client ${name}`} className="flex min-h-9 items-center gap-2 px-3">
            <Icon name="person" size={14} className="text-muted-foreground" />
            <span className="mono min-w-0 truncate">{name}</span>
            <span className="ml-auto shrink-0 text-muted-foreground text-s">can no longer request it</span>
          </li>
        ))}
        {uses.endpoints.map(({ name, keepsAny }) => (
          <li key={`endpoint ${name}`} className="flex min-h-9 items-center gap-2 px-3">
            <Icon name="key" size={14} className="text-muted-foreground" />
            <span className="mono min-w-0 truncate">{name}</span>
            {keepsAny ? (
              <span className="ml-auto shrink-0 text-muted-foreground text-s">keeps its other scopes</span>
            ) : (
              <span className="ml-auto flex shrink-0 items-center gap-1 text-s text-warning">
                <Icon name="warning" size={14} />
                no scope left
              </span>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
