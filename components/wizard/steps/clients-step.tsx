'use client'

import { type FormValues, useSession } from '@/components/session/session'
import type { IconName } from '@/components/ui/icon'
import { type ClientKind, clientKinds, newClient } from '@/lib/document/presets/client-presets'
import { ClientForm } from '../clients/client-form'
import { type Item, Items } from '../parts/items'
import { useSelectedItem } from '../parts/selected-item'
import { StepBody, StepHead } from '../step-parts'

const grantWords: Readonly<Record<string, string>> = {
  authorization_code: 'sign-in',
  implicit: 'implicit',
  client_credentials: 'machine',
}

/** How a client gets tokens, and for how many scopes: `sign-in, 3 scopes`. */
function clientDetails({ grants, scopes }: Item): string {
  const words = Array.isArray(grants) ? grants.map(grant => grantWords[String(grant)] ?? '') : []
  const count = Array.isArray(scopes) ? scopes.length : 0
  return [...words, `${count} ${count === 1 ? 'scope' : 'scopes'}`].join(', ')
}

const kindIcons: Readonly<Record<ClientKind, IconName>> = { web: 'globe', mobile: 'phone', machine: 'key' }

/** Step 3: the apps and machines that get tokens. */
export default function ClientsStep() {
  const { form, edit, focus } = useSession()
  const { count, selected, id, select } = useSelectedItem('clients')

  function add(client: FormValues['clients'][number]) {
    edit('Add client', values => ({ ...values, clients: [...values.clients, client] }))
    select(count)
    focus.reveal(`clients.${count}.name`, 'select')
  }

  return (
    <>
      <StepHead title="App clients & callback URLs">
        Each app that gets tokens from this user pool is one client.
      </StepHead>
      <Items
        list="clients"
        nameKey="name"
        details={clientDetails}
        label="Clients"
        unnamed="new client"
        selected={selected}
        onSelect={select}
        addLabel="Add client"
        onAdd={clientKinds.map(({ kind, label, description }) => ({
          id: kind,
          label,
          description,
          icon: kindIcons[kind],
          movesFocus: true,
          onSelect: () => add(newClient(kind, form.getValues())),
        }))}
      />
      <StepBody panelOf="clients" selected={selected}>
        {count > 0 && <ClientForm key={id} index={selected} onDuplicate={add} />}
      </StepBody>
    </>
  )
}
