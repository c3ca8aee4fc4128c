'use client'

import { ChipInput } from '@/components/fields/chip-input'
import { type ControlProps, Field, FieldMessage } from '@/components/fields/field'
import { useFieldSelector, useFieldValue, useFormActions } from '@/components/fields/form-hooks'
import { useErrorsInside } from '@/components/session/hooks'
import type { FormValues } from '@/components/session/session'
import type { FieldPath } from '@/lib/document/field-path'

const NONE: readonly string[] = []

/** The providers that users sign in with. A new pool has only its own users, so there is nothing to choose. */
export function IdentityProviders({ path }: { readonly path: FieldPath }) {
  const existing = useFieldSelector<FormValues['userPool'], boolean>(
    'userPool',
    ({ source }) => source === 'existing',
  )
  const own = useFieldSelector<readonly string[] | undefined, boolean>(
    path,
    providers => providers === undefined || providers.join() === 'COGNITO',
  )
  if (!existing && own) return null
  return <Field path={path}>{control => <Providers control={control} />}</Field>
}

function Providers({ control }: { readonly control: ControlProps }) {
  const path = control['data-field']
  const values = useFieldValue<readonly string[]>(path) ?? NONE
  const errors = useErrorsInside(path)
  const { write } = useFormActions()
  return (
    <>
      <ChipInput
        control={control}
        values={values}
        onChange={next => write(path, next)}
        read={text => [text.trim()]}
        look={(name, index) => {
          const error = errors.find(error => error.path === `${path}.${index}`)
          return { kind: error ? 'bad' : 'plain', name, title: error?.message }
        }}
        suggest={text =>
          ['COGNITO', 'Google', 'Facebook', 'LoginWithAmazon', 'SignInWithApple']
            .filter(name => name.toLowerCase().includes(text.toLowerCase()) && !values.includes(name))
            .map(name => ({ value: name, name }))
        }
        placeholder="e.g. COGNITO"
      />
      {errors[0] && <FieldMessage className="mt-1.5">{errors[0].message}</FieldMessage>}
    </>
  )
}
