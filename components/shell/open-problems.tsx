'use client'

import { fullFieldName } from '@/components/session/field-name'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import type { Opened } from './wizard-file'

export interface OpenProblemsProps {
  readonly fileName: string
  readonly opened: Exclude<Opened, { kind: 'valid' }>
  readonly onClose: () => void
  /** Opens it as it is. */
  readonly onOpen: () => void
}

const SHOWN = 50

/** What is wrong with a file that was to be opened. Nothing has been changed yet. */
export default function OpenProblems({ fileName, opened, onClose, onOpen }: OpenProblemsProps) {
  const { errors } = opened
  const values = opened.kind === 'faulty' ? opened.values : {}
  return (
    <Dialog
      onClose={onClose}
      title={
        <>
          {opened.kind === 'faulty' ? 'Problems in ' : 'Cannot open '}
          <span className="mono">{fileName}</span>
        </>
      }
      description={
        opened.kind === 'faulty'
          ? 'It can be opened as it is; each problem then stands beside its field.'
          : 'What is in the wizard now stays as it is.'
      }
      actions={
        <>
          <DialogClose>
            <Button>Keep what is here</Button>
          </DialogClose>
          {opened.kind === 'faulty' && (
            <Button
              onClick={() => {
                onOpen()
                onClose()
              }}
            >
              Open and repair
            </Button>
          )}
        </>
      }
    >
      <ul className="divide-y divide-line rounded-control border border-line">
        {errors.slice(0, SHOWN).map(({ path, message, code }) => (
          <li key={`${path} ${code}`} className="flex gap-2 px-3 py-2">
            <Icon name="error" size={14} className="mt-[3px] text-err" />
            <span className="min-w-0">
              {path !== '' && <span className="block font-medium">{fullFieldName(path, values)}</span>}
              <span className="break-words text-fg-2">{message}</span>
            </span>
          </li>
        ))}
        {errors.length > SHOWN && <li className="px-3 py-2 text-fg-3">and {errors.length - SHOWN} more</li>}
      </ul>
    </Dialog>
  )
}
