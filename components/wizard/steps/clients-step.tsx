'use client'

import { type FormValues, useSession } from '@/components/session/session'
import { ClientForm } from '../clients/client-form'
import { ItemTabs } from '../parts/item-tabs'
import { useSelectedItem } from '../parts/selected-item'
import { StepBody, StepHead } from '../step-parts'

const newClient: FormValues['clients'][number] = {
  name: '',
  grants: ['authorization_code'],
  generateSecret: false,
  scopes: ['openid'],
  callbackUrls: [],
  logoutUrls: [],
  identityProviders: ['COGNITO'],
}

/** Step 3: the apps and machines that get tokens. */
export default function ClientsStep() {
  const { edit, focus } = useSession()
  const { count, selected, id, select } = useSelectedItem('clients')

  function add(client: FormValues['clients'][number]) {
    edit('Add client', values => ({ ...values, clients: [...values.clients, client] }))
    select(count)
    focus.reveal(`clients.${count}.name`)
  }

  return (
    <>
      <StepHead title="App clients & callback URLs">
        Each app that gets tokens from this user pool is one client.
      </StepHead>
      <ItemTabs
        list="clients"
        nameKey="name"
        label="Clients"
        unnamed="new client"
        selected={selected}
        onSelect={select}
        addLabel="Add client"
        onAdd={() => add(newClient)}
      />
      <StepBody panelOf="clients" selected={selected}>
        {count > 0 && <ClientForm key={id} index={selected} onDuplicate={add} />}
      </StepBody>
    </>
  )
}
