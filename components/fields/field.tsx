'use client'

import { type ReactNode, useState } from 'react'
import { useFieldError } from '@/components/session/hooks'
import { type FieldElement, useField } from '@/components/session/use-field'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import type { FieldInfo } from '@/lib/document/field'
import { fieldInfo } from '@/lib/document/field-info'
import type { FieldPath } from '@/lib/document/field-path'
import { FindingNotes } from './finding-notes'

/** What makes an element the control of a field. */
export interface ControlProps extends FieldElement {
  readonly id: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string
}

export interface FieldProps {
  readonly path: FieldPath
  /** Words other than the field's own. */
  readonly label?: ReactNode | undefined
  /** Always below the control: what the value leads to. What the field is in general is shown on demand. */
  readonly help?: ReactNode | undefined
  /** Muted text next to the label. */
  readonly hint?: ReactNode | undefined
  /** After the error message: a button that fixes it. */
  readonly repair?: ReactNode | undefined
  /** Shows the general help instead of a button for it and the link to AWS's page, where there is little room. */
  readonly bare?: boolean | undefined
  /** Several controls under one name: a group with a legend instead of a label. */
  readonly group?: boolean | undefined
  readonly className?: string | undefined
  readonly children: (control: ControlProps) => ReactNode
}

/** One field: its label and control, what its value leads to or its error, and on demand what it is. */
export function Field(props: FieldProps) {
  const { path, hint, repair, bare, group, className, children } = props
  const info = fieldInfo(path)
  const error = useFieldError(path)
  const field = useField(path)
  const id = `field.${path}`
  const [asked, setAsked] = useState(false)
  const label = props.label ?? info?.label
  const help = bare ? (props.help ?? info?.help) : props.help
  const about = bare ? undefined : info
  const Box = group ? 'fieldset' : 'div'
  return (
    <Box
      className={classes('relative min-w-0', className)}
      aria-describedby={group ? `${id}.note` : undefined}
    >
      {group && <legend className="sr-only">{label}</legend>}
      <div className={classes('mb-1 flex min-w-0 items-baseline gap-1.5 font-medium', about && 'pr-7')}>
        {group ? <span aria-hidden="true">{label}</span> : <label htmlFor={id}>{label}</label>}
        {hint && <span className="truncate font-normal text-muted-foreground text-s">{hint}</span>}
      </div>
      {children({
        id,
        ...field,
        'aria-invalid': error !== undefined,
        'aria-describedby': `${id}.note`,
      })}
      <div id={`${id}.note`}>
        {error ? (
          <FieldMessage className="mt-1.5">
            {error.message} {repair}
          </FieldMessage>
        ) : (
          <>
            {help && <p className="mt-1 text-muted-foreground text-s">{help}</p>}
            <FindingNotes path={path} />
          </>
        )}
        {about && <FieldHelp id={`${id}.help`} info={about} shown={asked} />}
      </div>
      {about && <HelpButton controls={`${id}.help`} label={about.label} pressed={asked} onPress={setAsked} />}
    </Box>
  )
}

/** The sentence of an error, with its icon. */
export function FieldMessage({
  className,
  children,
}: {
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <p className={classes('flex gap-1.5 text-destructive text-s', className)}>
      <Icon name="error" size={14} className="mt-px" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  )
}

interface FieldHelpProps {
  readonly id: string
  readonly info: FieldInfo
  readonly shown: boolean
}

/** What the field is, for everyone who asked; a screen reader always reads it with the control. */
function FieldHelp({ id, info, shown }: FieldHelpProps) {
  return (
    <p id={id} className={shown ? 'mt-1 text-muted-foreground text-s' : 'sr-only'}>
      {info.help}{' '}
      {shown && info.docs && (
        <a href={info.docs} target="_blank" rel="noreferrer" className="link whitespace-nowrap">
          AWS docs<span className="sr-only"> about {info.label}</span>
          <Icon name="external" size={12} className="ml-0.5 inline" />
        </a>
      )}
    </p>
  )
}

interface HelpButtonProps {
  readonly controls: string
  readonly label: string
  readonly pressed: boolean
  readonly onPress: (pressed: boolean) => void
}

/** At the right of the label, and after the control in the order of the Tab key, which reaches the field first. */
function HelpButton({ controls, label, pressed, onPress }: HelpButtonProps) {
  return (
    <button
      type="button"
      aria-expanded={pressed}
      aria-controls={controls}
      aria-label={`About ${label}`}
      title={`About ${label}`}
      onClick={() => onPress(!pressed)}
      className={classes(
        '-top-0.5 -right-1 absolute grid size-6 place-items-center rounded-chip transition-colors hover:bg-accent hover:text-foreground max-md:-top-2 max-md:size-9',
        pressed ? 'text-primary' : 'text-muted-foreground',
      )}
    >
      <Icon name="info" size={14} />
    </button>
  )
}
