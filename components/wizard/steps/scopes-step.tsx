'use client'

import { TextField } from '@/components/fields/text-field'
import { type FormValues, useSession } from '@/components/session/session'
import { Button } from '@/components/ui/button'
import { renameServer } from '@/lib/document/edit/rename'
import { fieldNote } from '@/lib/document/field-note'
import { type Item, Items } from '../parts/items'
import { RenameField } from '../parts/rename-field'
import { useSelectedItem } from '../parts/selected-item'
import { useServerRemoval } from '../scopes/removal'
import { ScopeTable } from '../scopes/scope-table'
import { StepBody, StepHead } from '../step-parts'

const newServer: FormValues['resourceServers'][number] = {
  identifier: '',
  name: '',
  scopes: [{ name: '', description: '' }],
}

/** The name of a server and its number of scopes: `Orders API, 2 scopes`. */
function serverDetails({ name, scopes }: Item): string {
  const count = Array.isArray(scopes) ? scopes.length : 0
  return [name, `${count} ${count === 1 ? 'scope' : 'scopes'}`].filter(Boolean).join(', ')
}

/** Step 2: the resource servers and their scopes. */
export default function ScopesStep() {
  const { edit, focus } = useSession()
  const { count, selected, id, select } = useSelectedItem('resourceServers')

  function add() {
    edit('Add resource server', values => ({
      ...values,
      resourceServers: [...values.resourceServers, newServer],
    }))
    select(count)
    focus.reveal(`resourceServers.${count}.identifier`)
  }

  return (
    <>
      <StepHead title="Resource server & scopes">
        The scopes that clients request and endpoints require.
      </StepHead>
      <Items
        list="resourceServers"
        nameKey="identifier"
        details={serverDetails}
        label="Resource servers"
        unnamed="new server"
        selected={selected}
        onSelect={select}
        addLabel="Add server"
        onAdd={add}
      />
      <StepBody panelOf="resourceServers" selected={selected}>
        {count > 0 && <Server key={id} index={selected} />}
      </StepBody>
    </>
  )
}

function Server({ index }: { readonly index: number }) {
  const path = `resourceServers.${index}`
  const { remove, dialog } = useServerRemoval(index)
  return (
    <>
      <div className="grid gap-x-3 gap-y-5 md:grid-cols-2">
        <RenameField
          path={`${path}.identifier`}
          rename={(values, identifier) => renameServer(values, index, identifier)}
          help={`First part of every full scope. ${fieldNote(`${path}.identifier`)?.message}`}
        />
        <TextField path={`${path}.name`} prose />
      </div>
      <ScopeTable path={`${path}.scopes`} server={index} />
      <div>
        <Button look="quiet" small icon="trash" className="-ml-2" onClick={remove}>
          Delete this resource server
        </Button>
      </div>
      {dialog}
    </>
  )
}
