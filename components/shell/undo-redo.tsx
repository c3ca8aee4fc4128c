'use client'

import { fieldName } from '@/components/session/field-name'
import { useSession } from '@/components/session/session'
import { IconButton } from '@/components/ui/button'
import { useStore } from '@/components/ui/store'

/** What may be undone and redone, by the name of the field that changed. */
export function useHistory() {
  const { history, undo, redo } = useSession()
  const state = useStore(history)
  return { ...state, takeBack: undo, repeat: redo }
}

/** A change is named by its field's address, or by a custom description. */
const changeName = (name: string) =>
  /^[a-zA-Z]+(\.|$)/.test(name) && !name.includes(' ') ? fieldName(name) : name

const label = (verb: string, name: string | undefined) => (name ? `${verb}: ${changeName(name)}` : verb)

export function UndoRedo() {
  const { undo, redo, takeBack, repeat } = useHistory()
  return (
    <>
      <IconButton icon="undo" label={label('Undo', undo)} disabled={undo === undefined} onClick={takeBack} />
      <IconButton
        icon="redo"
        label={label('Redo', redo)}
        disabled={redo === undefined}
        onClick={repeat}
        className="max-md:hidden"
      />
    </>
  )
}
