'use client'

import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** Every keyboard shortcut. */
export default function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const command = isApple() ? '⌘' : 'Ctrl'
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Undo', [command, 'Z']],
    ['Redo', [command, 'Shift', 'Z']],
    ['Save wizard.json', [command, 'S']],
    ['Open wizard.json or a template', [command, 'O']],
    ['Step 1 to 5', ['Alt', '1 – 5']],
    ['Move an endpoint', ['Alt', '↑ ↓']],
    ['Next finding of the doctor', ['F8']],
    ['These shortcuts', ['?']],
  ]
  return (
    <Dialog
      title="Shortcuts"
      onClose={onClose}
      actions={
        <DialogClose>
          <Button>Close</Button>
        </DialogClose>
      }
    >
      <dl className="divide-y divide-border">
        {rows.map(([what, keys]) => (
          <div key={what} className="flex h-9 items-center justify-between">
            <dt>{what}</dt>
            <dd className="flex gap-1">
              {keys.map(key => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
