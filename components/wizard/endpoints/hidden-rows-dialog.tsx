'use client'

import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'

export interface HiddenRowsDialogProps {
  readonly count: number
  readonly hidden: number
  readonly onDelete: () => void
  readonly onClose: () => void
}

/** Asks before endpoints are deleted that the filter hides. */
export default function HiddenRowsDialog({ count, hidden, onDelete, onClose }: HiddenRowsDialogProps) {
  return (
    <Dialog
      title={count === 1 ? 'Delete 1 endpoint?' : `Delete ${count} endpoints?`}
      onClose={onClose}
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
            Delete {count}
          </Button>
        </>
      }
    >
      <p>
        The filter hides {hidden} of them: {hidden === 1 ? 'it is' : 'they are'} selected and would be deleted
        too.
      </p>
    </Dialog>
  )
}
