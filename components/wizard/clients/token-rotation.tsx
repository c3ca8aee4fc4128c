'use client'

import { Field, FieldMessage } from '@/components/fields/field'
import { useFieldSelector, useFormActions } from '@/components/fields/form-hooks'
import { NumberInput } from '@/components/fields/number-field'
import { useErrorsInside } from '@/components/session/hooks'
import { useSession } from '@/components/session/session'
import { Button } from '@/components/ui/button'
import { type AuthFlow, REFRESH_FLOW } from '@/lib/aws/auth-flows'
import { child, type FieldPath } from '@/lib/document/field-path'

/** Whether every refresh returns a new refresh token. Switching it on removes the flow that Cognito refuses with it. */
export function TokenRotation({ index }: { readonly index: number }) {
  const path = child('clients', index, 'refreshTokenRotation')
  const set = useFieldSelector<unknown, boolean>(path, rotation => rotation !== undefined)
  const { edit } = useSession()
  const { write } = useFormActions()
  const rotate = () =>
    edit('Rotate refresh tokens', values => ({
      ...values,
      clients: values.clients.map((client, at) =>
        at === index
          ? {
              ...client,
              explicitAuthFlows: withoutRefresh(client.explicitAuthFlows),
              refreshTokenRotation: { retryGracePeriodSeconds: 10 },
            }
          : client,
      ),
    }))
  return (
    <Field path={path} group>
      {({ 'data-field': field, ref }) =>
        set ? (
          <Rotation path={path} onClear={() => write(path, undefined)} />
        ) : (
          <Button small onClick={rotate} data-field={field} ref={ref}>
            Rotate refresh tokens
          </Button>
        )
      }
    </Field>
  )
}

/** The flows without the one that Cognito refuses together with rotation; its other default flows if none remains. */
function withoutRefresh(flows: readonly AuthFlow[] = []): AuthFlow[] {
  const others = flows.filter(flow => flow !== REFRESH_FLOW)
  return others.length > 0 ? others : ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH']
}

function Rotation({ path, onClear }: { readonly path: FieldPath; readonly onClear: () => void }) {
  const errors = useErrorsInside(path)
  const note = `field.${path}.members`
  return (
    <>
      <div className="grid gap-3 md:grid-cols-2">
        <NumberInput
          path={child(path, 'retryGracePeriodSeconds')}
          label="Grace"
          unit="s"
          describedBy={note}
        />
      </div>
      <div id={note}>
        {errors.map(error => (
          <FieldMessage key={error.path} className="mt-1.5">
            {error.message}
          </FieldMessage>
        ))}
      </div>
      <p className="mt-1 text-muted-foreground text-s">
        0 to 60 seconds for which the previous refresh token still works.{' '}
        <button type="button" className="link" onClick={onClear}>
          Do not rotate
        </button>
      </p>
    </>
  )
}
