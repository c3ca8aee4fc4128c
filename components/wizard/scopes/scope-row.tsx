'use client'

import type { KeyboardEvent } from 'react'
import { FieldMessage } from '@/components/fields/field'
import { FindingNotes } from '@/components/fields/finding-notes'
import { TextInput } from '@/components/fields/text-field'
import { useFieldError } from '@/components/session/hooks'
import { type FieldElement, useField } from '@/components/session/use-field'
import { CloseButton } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { renameScope } from '@/lib/document/edit/rename'
import type { SpecError } from '@/lib/document/error'
import { child, type FieldPath } from '@/lib/document/field-path'
import { RenameInput } from '../parts/rename-field'

export interface ScopeRowProps {
  readonly path: FieldPath
  readonly server: number
  readonly index: number
  readonly onRemove: () => void
  /** Enter in the last field of the row. */
  readonly onEnter: () => void
}

const cell = 'control h-8 w-full border-transparent px-1.5 hover:border-border-strong max-md:h-10'

/** One scope: its name, which is renamed everywhere, and its description. */
export function ScopeRow({ path, server, index, onRemove, onEnter }: ScopeRowProps) {
  const name = child(path, 'name')
  const description = child(path, 'description')
  const [nameField, descriptionField] = [useField(name), useField(description)]
  const errors = [useFieldError(name), useFieldError(description)]
  const note = `field.${path}.note`
  const control = (field: FieldElement, error: SpecError | undefined) => ({
    id: `field.${field['data-field']}`,
    ...field,
    'aria-invalid': error !== undefined,
    'aria-describedby': note,
  })
  const bad = errors.some(Boolean)
  return (
    <div
      className={classes(
        'grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_24px] items-center gap-x-1 border-border border-t px-1.5 py-0.5',
        bad && 'bg-destructive-soft shadow-[inset_2px_0_0_var(--destructive)]',
      )}
    >
      <RenameInput
        control={control(nameField, errors[0])}
        rename={(values, text) => renameScope(values, server, index, text)}
        aria-label={`Name of scope ${index + 1}`}
        placeholder="e.g. read"
        className={cell}
      />
      <TextInput
        control={control(descriptionField, errors[1])}
        prose
        aria-label={`Description of scope ${index + 1}`}
        placeholder="e.g. Read access"
        className={cell}
        onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && onEnter()}
      />
      <CloseButton label={`Delete scope ${index + 1}`} onClick={onRemove} />
      <div id={note} className="col-span-full px-1.5 [&>p]:mb-1">
        {errors.map(
          error =>
            error && (
              <FieldMessage key={error.path} className="mb-1.5">
                {error.message}
              </FieldMessage>
            ),
        )}
        {!bad && <FindingNotes path={name} />}
      </div>
    </div>
  )
}
