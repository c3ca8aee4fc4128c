'use client'

import { useId } from 'react'
import { singleKeys } from '@/components/session/single-keys'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useStore } from '@/components/ui/store'
import { Switch } from '@/components/ui/switch'
import { commandKey } from './shortcut-keys'

/** Every keyboard shortcut. */
export default function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const command = commandKey()
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Commands, steps and fields by name', [command, 'K']],
    ['Undo', [command, 'Z']],
    ['Redo', [command, 'Shift', 'Z']],
    ['Save wizard.json', [command, 'S']],
    ['Open wizard.json or a template', [command, 'O']],
    ['Step 1 to 5', ['Alt', '1 – 5']],
    ['Move an endpoint', ['Alt', '↑ ↓']],
    ['Go to the field of a line of the output', ['Enter']],
    ['Explain a line of the output', ['Space']],
    ['Next finding of the doctor', ['F8']],
    ...(useStore(singleKeys) ? [['These shortcuts', ['?']] as const] : []),
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
      <SingleKeys />
    </Dialog>
  )
}

/** Switches shortcuts of a single key off, and on again. */
function SingleKeys() {
  const id = useId()
  const isOn = useStore(singleKeys)
  return (
    <div className="flex items-center gap-2 border-border border-t pt-3">
      <Switch
        id={id}
        checked={isOn}
        aria-describedby={`${id}.note`}
        onChange={event => singleKeys.set(event.target.checked)}
      />
      <div>
        <label htmlFor={id} className="cursor-pointer font-medium">
          Single-key shortcuts
        </label>
        <p id={`${id}.note`} className="text-muted-foreground text-s">
          {isOn ? 'On: ? shows this list.' : 'Off: this list is in the menu and below the steps.'}
        </p>
      </div>
    </div>
  )
}
