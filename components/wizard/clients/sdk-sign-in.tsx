'use client'

import { CheckList } from '@/components/fields/check-list'
import { Field } from '@/components/fields/field'
import { useFieldSelector, useFormActions } from '@/components/fields/form-hooks'
import type { FormValues } from '@/components/session/session'
import { Button } from '@/components/ui/button'
import { AUTH_FLOWS } from '@/lib/aws/auth-flows'
import { child, type FieldPath } from '@/lib/document/field-path'
import { Fold } from '../parts/fold'
import { TokenRotation } from './token-rotation'

type Client = FormValues['clients'][number]

export interface SdkSignInProps {
  readonly index: number
  /** No user signs in, so there are no refresh tokens. */
  readonly machine: boolean
}

/** SDK sign-in and refresh tokens of a client: folded away, because Cognito's defaults suit most. */
export function SdkSignIn({ index, machine }: SdkSignInProps) {
  const path = child('clients', index)
  const flows = child(path, 'explicitAuthFlows')
  const rotation = child(path, 'refreshTokenRotation')
  const set = useFieldSelector<Client | undefined, { flows: boolean; rotation: boolean }>(path, client => ({
    flows: client?.explicitAuthFlows !== undefined,
    rotation: client?.refreshTokenRotation !== undefined,
  }))
  return (
    <Fold label="SDK sign-in and refresh tokens" paths={[flows, rotation]} set={set.flows || set.rotation}>
      <Flows path={flows} set={set.flows} />
      {(!machine || set.rotation) && <TokenRotation index={index} />}
    </Fold>
  )
}

const FLOWS = AUTH_FLOWS.map(value => ({ value, label: value.replace(/^ALLOW_/, '') }))

/** The flows of the SDK: Cognito's default, or a list of one's own. */
function Flows({ path, set }: { readonly path: FieldPath; readonly set: boolean }) {
  const { write } = useFormActions()
  return (
    <Field path={path} group>
      {({ 'data-field': field, ref }) =>
        set ? (
          <>
            <CheckList path={path} choices={FLOWS} onChange={next => write(path, next)} />
            <button type="button" className="link mt-1 text-s" onClick={() => write(path, undefined)}>
              Use Cognito defaults
            </button>
          </>
        ) : (
          <Button small onClick={() => write(path, DEFAULT_FLOWS)} data-field={field} ref={ref}>
            Choose flows
          </Button>
        )
      }
    </Field>
  )
}

/** What Cognito allows when the list is left out. */
const DEFAULT_FLOWS = ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] as const
