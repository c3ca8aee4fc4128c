'use client'

import { lazy, type ReactNode, Suspense, useState } from 'react'
import { type FormValues, useSession } from '@/components/session/session'
import { showDone } from '@/components/session/show-done'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { removeScope, removeServer } from '@/lib/document/edit/remove'
import { type ScopeUses, scopesOf, usesOf } from '@/lib/document/edit/scope-uses'
import { focusOpenItem } from '../parts/focus-item'

const DeleteConfirmation = lazy(prefetchAfterLoad(() => import('../parts/delete-confirmation')))

interface Removal {
  readonly what: ReactNode
  readonly deleteLabel: string
  readonly done: string
  readonly uses: ScopeUses
  readonly apply: (values: FormValues) => FormValues
}

/** Deletes unused items at once, and asks first if a client or endpoint uses them. */
function useRemoval(name: string, onDone?: () => void) {
  const session = useSession()
  const [pending, setPending] = useState<Removal>()
  function apply({ apply, done }: Removal) {
    session.edit(name, apply)
    showDone(session, done)
    onDone?.()
  }
  return {
    request(removal: Removal) {
      const { clients, endpoints } = removal.uses
      if (clients.length + endpoints.length === 0) apply(removal)
      else setPending(removal)
    },
    dialog: pending && (
      <Suspense>
        <DeleteConfirmation
          {...pending}
          onDelete={() => apply(pending)}
          onClose={() => setPending(undefined)}
        />
      </Suspense>
    ),
  }
}

export function useScopeRemoval(server: number) {
  const { form } = useSession()
  const { request, dialog } = useRemoval('Delete scope')
  return {
    dialog,
    remove(index: number) {
      const values = form.getValues()
      const name = values.resourceServers[server]?.scopes[index]?.name ?? ''
      request({
        what: (
          <>
            scope <span className="mono">{name}</span>
          </>
        ),
        deleteLabel: 'Delete scope',
        done: name ? `Deleted scope ${name}.` : 'Deleted the scope.',
        uses: usesOf(values, scopesOf(values, server, index)),
        apply: values => removeScope(values, server, index),
      })
    },
  }
}

export function useServerRemoval(server: number) {
  const { form, focus } = useSession()
  const { request, dialog } = useRemoval('Delete resource server', () =>
    focusOpenItem('resourceServers', () => focus.focusField('resourceServers')),
  )
  return {
    dialog,
    remove() {
      const values = form.getValues()
      const identifier = values.resourceServers[server]?.identifier ?? ''
      request({
        what: (
          <>
            resource server <span className="mono">{identifier}</span>
          </>
        ),
        deleteLabel: 'Delete resource server',
        done: identifier ? `Deleted ${identifier}.` : 'Deleted the resource server.',
        uses: usesOf(values, scopesOf(values, server)),
        apply: values => removeServer(values, server),
      })
    },
  }
}
