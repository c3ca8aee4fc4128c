'use client'

import { useFieldSelector } from '@/components/fields/form-hooks'
import { ScopePicker } from '@/components/fields/scope-picker'
import { SwitchField } from '@/components/fields/switch-field'
import { TextField } from '@/components/fields/text-field'
import { UriList } from '@/components/fields/uri-list'
import { type FormValues, useSession } from '@/components/session/session'
import { showDone } from '@/components/session/show-done'
import { Button } from '@/components/ui/button'
import { DeployedName } from '../parts/deployed-name'
import { focusOpenItem } from '../parts/focus-item'
import { GrantsField } from './grants-field'
import { IdentityProviders } from './identity-providers'
import { SdkSignIn } from './sdk-sign-in'
import { TokenLifetimes } from './token-lifetimes'

type Client = FormValues['clients'][number]

export interface ClientFormProps {
  readonly index: number
  readonly onDuplicate: (client: Client) => void
}

/** Everything of one client. */
export function ClientForm({ index, onDuplicate }: ClientFormProps) {
  const path = `clients.${index}`
  const machine = useFieldSelector<Client | undefined, boolean>(
    path,
    client => client?.grants?.includes('client_credentials') ?? false,
  )
  return (
    <>
      <div className="grid gap-x-3 gap-y-5 md:grid-cols-2">
        <TextField path={`${path}.name`} help={<DeployedName path={`${path}.name`} />} />
        <SwitchField
          path={`${path}.generateSecret`}
          on="Secret"
          off="No secret"
          help={
            machine
              ? 'A machine client authenticates with it.'
              : 'Apps on devices and in browsers cannot keep a secret.'
          }
        />
      </div>
      <GrantsField index={index} />
      <ScopePicker
        path={`${path}.scopes`}
        customOnly={machine}
        hint={<ScopeCount path={`${path}.scopes`} />}
      />
      {machine ? <RedirectsOfMachine path={path} /> : <Redirects path={path} />}
      <IdentityProviders path={`${path}.identityProviders`} />
      <TokenLifetimes path={`${path}.tokenValidity`} />
      <SdkSignIn index={index} machine={machine} />
      <ClientActions index={index} onDuplicate={onDuplicate} />
    </>
  )
}

function ScopeCount({ path }: { readonly path: string }) {
  const count = useFieldSelector<readonly string[] | undefined, number>(path, scopes => scopes?.length ?? 0)
  return <span className="tabular-nums">{count} of 50</span>
}

function Redirects({ path }: { readonly path: string }) {
  return (
    <>
      <UriList
        path={`${path}.callbackUrls`}
        defaultPath={`${path}.defaultRedirectUri`}
        hint="The marked one is the default"
        addLabel="Add a callback URL, or paste several"
      />
      <UriList path={`${path}.logoutUrls`} addLabel="Add a logout URL, or paste several" />
    </>
  )
}

/** A machine client does not sign users in: the lists show only while they contain URLs that must be removed. */
function RedirectsOfMachine({ path }: { readonly path: string }) {
  const held = useFieldSelector<Client | undefined, { redirects: boolean; signOuts: boolean }>(
    path,
    client => ({
      redirects: (client?.callbackUrls?.length ?? 0) > 0,
      signOuts: (client?.logoutUrls?.length ?? 0) > 0,
    }),
  )
  return (
    <>
      {held.redirects && (
        <UriList
          path={`${path}.callbackUrls`}
          addLabel="Machine clients have no callback URLs"
          help="Remove them: a machine client does not sign users in."
        />
      )}
      {held.signOuts && (
        <UriList path={`${path}.logoutUrls`} addLabel="Machine clients have no logout URLs" />
      )}
    </>
  )
}

function ClientActions({ index, onDuplicate }: ClientFormProps) {
  const session = useSession()
  const { form, edit, focus } = session
  const client = () => structuredClone(form.getValues().clients[index])
  function duplicate() {
    const original = client()
    if (original) onDuplicate({ ...original, name: `${original.name}-copy` })
  }
  function remove() {
    const name = client()?.name
    edit('Delete client', values => ({ ...values, clients: values.clients.filter((_, at) => at !== index) }))
    showDone(session, name ? `Deleted client ${name}.` : 'Deleted the client.')
    focusOpenItem('clients', () => focus.focusField('clients'))
  }
  return (
    <div className="-ml-2 flex gap-1">
      <Button look="quiet" small icon="copy" onClick={duplicate}>
        Duplicate
      </Button>
      <Button look="quiet" small icon="trash" onClick={remove}>
        Delete this client
      </Button>
    </div>
  )
}
