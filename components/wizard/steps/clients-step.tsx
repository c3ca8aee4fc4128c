'use client'

import { type FormValues, useSession } from '@/components/session/session'
import { ClientForm } from '../clients/client-form'
import { MemberTabs } from '../parts/member-tabs'
import { useSelectedMember } from '../parts/selected-member'
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
  const { count, selected, select } = useSelectedMember('clients')

  function add(client: FormValues['clients'][number]) {
    edit('Add client', values => ({ ...values, clients: [...values.clients, client] }))
    select(count)
    focus.reveal(`clients.${count}.name`)
  }

  return (
    <>
      <StepHead title="App clients & redirect URIs">
        Each app that asks this user pool for tokens is one client.
      </StepHead>
      <MemberTabs
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
        {count > 0 && <ClientForm key={selected} index={selected} onDuplicate={add} />}
      </StepBody>
    </>
  )
}
