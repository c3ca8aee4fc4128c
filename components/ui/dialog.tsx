'use client'

import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { classes } from './classes'
import { DialogOverlay } from './dialog-overlay'

export interface DialogProps {
  readonly title: ReactNode
  /** Read after the title by screen readers. */
  readonly description?: ReactNode
  readonly onClose: () => void
  readonly className?: string
  readonly children: ReactNode
  /** The buttons, the safe choice first: it has focus. */
  readonly actions?: ReactNode
}

/** A modal dialog that is open as long as it is mounted. Import it lazily: it imports the primitive. */
export function Dialog({ title, description, onClose, className, children, actions }: DialogProps) {
  const [before] = useState(() => document.activeElement)
  return (
    <Primitive.Root open onOpenChange={open => !open && onClose()}>
      <Primitive.Portal>
        <DialogOverlay />
        <Primitive.Content
          onCloseAutoFocus={event => {
            // By default the primitive looks for its own trigger, and focus is lost.
            event.preventDefault()
            if (before instanceof HTMLElement && before.isConnected) before.focus()
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={classes(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-32px)] w-110 max-w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 rounded-card border border-border-strong bg-popover p-5 shadow-2 focus:outline-none focus-visible:rounded-card focus-visible:shadow-2',
            className,
          )}
        >
          <Primitive.Title className="font-semibold">{title}</Primitive.Title>
          {description && (
            <Primitive.Description className="text-secondary-foreground">{description}</Primitive.Description>
          )}
          {/* Room for the focus ring of a control at its edge, which it would clip. */}
          <div className="scrollbar-quiet -m-1 min-h-0 overflow-auto p-1">{children}</div>
          {actions && <div className="flex flex-wrap justify-end gap-2">{actions}</div>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** Wraps the button of a dialog that only closes it. */
export const DialogClose = ({ children }: { readonly children: ReactNode }) => (
  <Primitive.Close asChild>{children}</Primitive.Close>
)
