'use client'

import type { ReactNode } from 'react'
import { useFieldSelector, useFormActions } from '@/components/fields/form-hooks'
import { ScopePicker } from '@/components/fields/scope-picker'
import { SelectField } from '@/components/fields/select-field'
import { TextField } from '@/components/fields/text-field'
import type { ItemId } from '@/components/session/item-ids'
import { useSession } from '@/components/session/session'
import { Button } from '@/components/ui/button'
import { apiGatewayGuide } from '@/lib/aws/docs'
import { defaultHandler } from '@/lib/document/edit/default-handler'
import { type Auth, auths, type Endpoint, methods, withAuth, withRoute } from './endpoint'
import { OpenedBy } from './opened-by'

export interface EndpointEditorProps {
  readonly id: ItemId
  readonly index: number
  readonly onDuplicate: () => void
  readonly onDelete: () => void
}

const IAM_DOCS = apiGatewayGuide('api-gateway-control-access-using-iam-policies-to-invoke-api')

const methodChoices = methods.map(method => ({ value: method, label: method }))

const AUTH_TEXT: Readonly<Record<Exclude<Auth, 'access_token'>, ReactNode>> = {
  id_token: 'It requires the ID token of a sign-in, and no scopes.',
  iam: (
    <>
      Requests must be signed with AWS credentials; a token gets 403.{' '}
      <a href={IAM_DOCS} target="_blank" rel="noreferrer" className="link">
        AWS docs
      </a>
    </>
  ),
  none: 'Anyone can call it, with or without a token.',
}

/** The fields of the endpoint that is open, below its row. */
export function EndpointEditor({ id, index, onDuplicate, onDelete }: EndpointEditorProps) {
  const path = `endpoints.${index}`
  const { read, write } = useFormActions()
  const { edit, drafts } = useSession()
  const auth = useFieldSelector<Endpoint | undefined, Auth>(
    path,
    endpoint => endpoint?.auth ?? 'access_token',
  )
  const change = (field: keyof Endpoint, next: (endpoint: Endpoint) => Endpoint) =>
    edit(`${path}.${field}`, values => ({
      ...values,
      endpoints: values.endpoints.map((endpoint, at) => (at === index ? next(endpoint) : endpoint)),
    }))
  const named = () => {
    const { method, path: route, handler } = read<Endpoint>(path)
    return handler !== '' && handler !== defaultHandler(method, route)
  }
  return (
    <div className="grid gap-3 border-border border-t bg-background px-3 py-3 @[440px]:grid-cols-2 @[680px]:pr-4 @[680px]:pl-[62px] @[680px]:grid-cols-[112px_minmax(0,1fr)_minmax(0,1fr)]">
      <SelectField
        path={`${path}.method`}
        help=""
        bare
        code
        choices={methodChoices}
        onChoose={method => change('method', endpoint => withRoute(endpoint, { method }))}
      />
      <TextField
        path={`${path}.path`}
        bare
        help="{id} matches one segment; a trailing {proxy+} matches the rest."
        placeholder="e.g. /orders/{orderId}"
        onText={text =>
          // One value where that is enough: a keystroke then costs no more than its own field.
          named()
            ? write(`${path}.path`, text)
            : change('path', endpoint => withRoute(endpoint, { path: text }))
        }
      />
      <SelectField
        path={`${path}.auth`}
        bare
        help=""
        choices={auths}
        onChoose={next =>
          change('auth', endpoint => {
            if (endpoint.scopes.length > 0) drafts.endpointScopes.set(id, [...endpoint.scopes])
            return withAuth(endpoint, next, drafts.endpointScopes.get(id))
          })
        }
      />
      {auth === 'access_token' ? (
        <ScopePicker
          path={`${path}.scopes`}
          hint="Any one of them is enough"
          help="At least one: without scopes API Gateway expects an ID token."
          className="@[680px]:col-span-2"
        />
      ) : (
        <p className="self-center text-muted-foreground @[680px]:col-span-2">{AUTH_TEXT[auth]}</p>
      )}
      <TextField path={`${path}.handler`} help="File and export of the function" />
      <div className="col-span-full -mb-2 flex flex-wrap items-center gap-2">
        <OpenedBy index={index} />
        <span className="flex-1" />
        <Button look="quiet" small icon="copy" onClick={onDuplicate}>
          Duplicate
        </Button>
        <Button look="quiet" small icon="trash" onClick={onDelete}>
          Delete
        </Button>
      </div>
    </div>
  )
}
