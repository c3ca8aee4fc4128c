'use client'

import { type ReactNode, useState } from 'react'
import { useErrorsInside } from '@/components/session/hooks'
import type { FormValues } from '@/components/session/session'
import type { FieldPath } from '@/lib/document/field-path'
import { splitScope } from '@/lib/document/split-scope'
import { ChipInput, type ChipLook } from './chip-input'
import { type ControlProps, Field, FieldMessage } from './field'
import { useFieldSelector, useFieldValue, useFormActions } from './form-hooks'
import { type DeclaredScope, declaredScopes, fullScopeOf, reservedScopes } from './scopes'
import type { Suggestion } from './suggestions'

export interface ScopePickerProps {
  readonly path: FieldPath
  readonly hint?: ReactNode | undefined
  readonly help?: ReactNode | undefined
  readonly className?: string | undefined
  /** Offers only what resource servers declare. */
  readonly customOnly?: boolean | undefined
}

const NONE: readonly string[] = []

/** The scopes of a client or an endpoint, always written in full; what is typed is completed from those declared. */
export function ScopePicker({ path, hint, help, className, customOnly }: ScopePickerProps) {
  const [text, setText] = useState('')
  const declared = useFieldSelector<FormValues['resourceServers'], readonly DeclaredScope[]>(
    'resourceServers',
    declaredScopes,
  )
  const typed = text.trim()
  const becomes = typed === '' ? undefined : fullScopeOf(typed, declared)
  return (
    <Field
      path={path}
      hint={hint}
      className={className}
      help={
        becomes ? (
          <>
            Adds <span className="mono text-secondary-foreground">{becomes}</span>
            {becomes === typed &&
              !typed.includes('/') &&
              !reservedScopes.has(typed) &&
              ', which no resource server declares'}
          </>
        ) : (
          help
        )
      }
    >
      {control => (
        <ScopeChips control={control} declared={declared} onText={setText} customOnly={customOnly} />
      )}
    </Field>
  )
}

interface ScopeChipsProps extends Pick<ScopePickerProps, 'customOnly'> {
  readonly control: ControlProps
  readonly declared: readonly DeclaredScope[]
  readonly onText: (text: string) => void
}

function ScopeChips({ control, declared, onText, customOnly }: ScopeChipsProps) {
  const path = control['data-field']
  const values = useFieldValue<readonly string[]>(path) ?? NONE
  const errors = useErrorsInside(path)
  const { write } = useFormActions()

  const look = (scope: string, index: number): ChipLook => {
    const error = errors.find(error => error.path === `${path}.${index}`)
    const identifiers = declared.map(({ identifier }) => identifier)
    const { prefix, name } = splitScope(scope, identifiers)
    const own = declared.some(({ full }) => full === scope)
    return {
      kind: error ? 'bad' : own ? 'on' : 'plain',
      prefix: prefix === '' ? undefined : prefix,
      name,
      title: error?.message ?? scope,
    }
  }

  return (
    <>
      <ChipInput
        control={control}
        values={values}
        onChange={next => write(path, next)}
        read={text => [fullScopeOf(text, declared)]}
        look={look}
        suggest={text => suggestScopes(text, declared, values, customOnly)}
        placeholder="Type a scope"
        onText={onText}
      />
      {errors[0] && <FieldMessage className="mt-1.5">{errors[0].message}</FieldMessage>}
    </>
  )
}

function suggestScopes(
  text: string,
  declared: readonly DeclaredScope[],
  taken: readonly string[],
  customOnly = false,
): readonly Suggestion[] {
  const wanted = text.trim().toLowerCase()
  const own = declared.map(({ full, identifier, name, description }) => ({
    value: full,
    prefix: `${identifier}/`,
    name,
    hint: description,
  }))
  const reserved = [...(customOnly ? [] : reservedScopes)].map(([value, hint]) => ({
    value,
    name: value,
    hint,
  }))
  return [...own, ...reserved].filter(
    ({ value }) => value.toLowerCase().includes(wanted) && !taken.includes(value),
  )
}
