'use client'

import { CheckList } from '@/components/fields/check-list'
import { Field } from '@/components/fields/field'
import { useFieldSelector, useFormActions } from '@/components/fields/form-hooks'
import { SelectField } from '@/components/fields/select-field'
import { SwitchField } from '@/components/fields/switch-field'
import { TextField } from '@/components/fields/text-field'
import { Button } from '@/components/ui/button'
import { fieldNote } from '@/lib/document/field-note'
import { child } from '@/lib/document/field-path'

const MFA = [
  { value: 'off', label: 'Off' },
  { value: 'optional', label: 'Optional' },
  { value: 'required', label: 'Required' },
] as const

const ATTRIBUTES = [
  { value: 'email', label: 'Email address' },
  { value: 'phone_number', label: 'Phone number' },
] as const

const USERNAMES = 'userPool.usernameAttributes'
const TRIGGER = 'userPool.preTokenGeneration'

/** How users of a new pool register and sign in, and what changes their tokens. */
export function SignIn() {
  return (
    <>
      <div className="grid gap-x-3 gap-y-5 md:grid-cols-2">
        <SwitchField
          path="userPool.selfSignUp"
          on="Users can register"
          off="Only administrators create users"
        />
        <SelectField path="userPool.mfa" choices={MFA} />
      </div>
      <Usernames />
      <Trigger />
    </>
  )
}

function Usernames() {
  const { write } = useFormActions()
  return (
    <Field path={USERNAMES} group help={fieldNote(USERNAMES)?.message}>
      {() => <CheckList path={USERNAMES} choices={ATTRIBUTES} onChange={next => write(USERNAMES, next)} />}
    </Field>
  )
}

const NEW_TRIGGER = { handler: 'src/claims.handler', version: 'V2_0' } as const

const VERSIONS = [
  { value: 'V2_0', label: 'V2_0: users' },
  { value: 'V3_0', label: 'V3_0: users and machines' },
] as const

function Trigger() {
  const set = useFieldSelector<unknown, boolean>(TRIGGER, trigger => trigger !== undefined)
  const { write } = useFormActions()
  return (
    <Field path={TRIGGER} group>
      {({ 'data-field': field, ref }) =>
        set ? (
          <>
            <div className="grid gap-x-3 gap-y-5 md:grid-cols-2">
              <TextField path={child(TRIGGER, 'handler')} bare />
              <SelectField path={child(TRIGGER, 'version')} choices={VERSIONS} bare />
            </div>
            <button type="button" className="link mt-1 text-s" onClick={() => write(TRIGGER, undefined)}>
              Remove the trigger
            </button>
          </>
        ) : (
          <Button small onClick={() => write(TRIGGER, NEW_TRIGGER)} data-field={field} ref={ref}>
            Add a trigger
          </Button>
        )
      }
    </Field>
  )
}
