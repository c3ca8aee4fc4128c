'use client'

import type { ReactNode } from 'react'
import { useFieldError } from '@/components/session/hooks'
import { type FieldElement, useField } from '@/components/session/use-field'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
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
  readonly help?: ReactNode | undefined
  /** Muted text next to the label. */
  readonly hint?: ReactNode | undefined
  /** After the error message: a button that fixes it. */
  readonly repair?: ReactNode | undefined
  /** Leaves out the link to the AWS page, where there is little room. */
  readonly bare?: boolean | undefined
  /** Several controls under one name: a group with a legend instead of a label. */
  readonly group?: boolean | undefined
  readonly className?: string | undefined
  readonly children: (control: ControlProps) => ReactNode
}

/** One field: its label, control, help or error, and a link to the AWS page about it. */
export function Field(props: FieldProps) {
  const { path, hint, repair, bare, group, className, children } = props
  const info = fieldInfo(path)
  const error = useFieldError(path)
  const field = useField(path)
  const id = `field.${path}`
  const help = props.help ?? info?.help
  const label = props.label ?? info?.label
  const docs = bare ? undefined : info?.docs
  const Box = group ? 'fieldset' : 'div'
  return (
    <Box
      className={classes('relative min-w-0', className)}
      aria-describedby={group ? `${id}.note` : undefined}
    >
      {group && <legend className="sr-only">{label}</legend>}
      <div className={classes('mb-1 flex min-w-0 items-baseline gap-1.5 font-medium', docs && 'pr-18')}>
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
      </div>
      {docs && <DocsLink href={docs} about={info?.label} />}
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

interface DocsLinkProps {
  readonly href: string
  readonly about: string | undefined
}

/** At the right of the label, and after the control in the order of the Tab key, which reaches the field first. */
function DocsLink({ href, about }: DocsLinkProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="absolute top-0 right-0 inline-flex h-5 items-center gap-0.5 text-muted-foreground text-s hover:text-primary hover:underline"
    >
      AWS docs
      <span className="sr-only"> about {about}</span>
      <Icon name="external" size={12} />
    </a>
  )
}
