'use client'

import { useState } from 'react'
import { ChipInput } from '@/components/fields/chip-input'
import { type ControlProps, Field, FieldMessage } from '@/components/fields/field'
import { useFieldSelector, useFieldValue, useFormActions } from '@/components/fields/form-hooks'
import { useErrorsInside } from '@/components/session/hooks'
import type { FormValues } from '@/components/session/session'
import { Button } from '@/components/ui/button'

const PATH = 'api.additionalAudiences'
const NONE: readonly string[] = []

/** Audiences besides the clients, folded away until one is wanted. A REST API compares none. */
export function Audiences() {
  const isHttp = useFieldSelector<FormValues['api']['type'], boolean>('api.type', type => type === 'http')
  const used = useFieldSelector<readonly string[] | undefined, boolean>(PATH, all => (all?.length ?? 0) > 0)
  const [open, setOpen] = useState(false)
  if (!isHttp && !used) return null
  if (!used && !open)
    return (
      <div>
        <Button look="quiet" small icon="plus" className="-ml-2" onClick={() => setOpen(true)}>
          Additional audiences
        </Button>
      </div>
    )
  return <Field path={PATH}>{control => <AudienceChips control={control} />}</Field>
}

function AudienceChips({ control }: { readonly control: ControlProps }) {
  const values = useFieldValue<readonly string[]>(PATH) ?? NONE
  const errors = useErrorsInside(PATH)
  const servers = useFieldValue<FormValues['resourceServers']>('resourceServers') ?? []
  const { write } = useFormActions()
  return (
    <>
      <ChipInput
        control={control}
        values={values}
        onChange={next => write(PATH, next.length > 0 ? next : undefined)}
        read={text => [text.trim()]}
        look={(name, index) => {
          const error = errors.find(error => error.path === `${PATH}.${index}`)
          return { kind: error ? 'bad' : 'plain', name, title: error?.message }
        }}
        suggest={text =>
          servers
            // A resource server without scopes is there for resource binding.
            .filter(({ identifier, scopes }) => scopes.length === 0 && URL.canParse(identifier))
            .map(({ identifier }) => identifier)
            .filter(identifier => identifier.includes(text.trim()) && !values.includes(identifier))
            .map(identifier => ({ value: identifier, name: identifier }))
        }
        placeholder="https://mcp.example.com"
      />
      {errors[0] && <FieldMessage className="mt-1.5">{errors[0].message}</FieldMessage>}
    </>
  )
}
