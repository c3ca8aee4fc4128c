'use client'

import { useMemo, useState } from 'react'
import { FileText } from '@/components/files/file-text'
import type { Valid } from '@/components/session/engine'
import { Callout } from '@/components/ui/callout'
import { Select } from '@/components/ui/select'
import { TabList, TabPanel } from '@/components/ui/tabs'
import { appCode, type SnippetId } from '@/lib/app-code/app-code'
import { Section } from './section'

const ID = 'app-code'

/** Code for the apps that use the deployed API, for each client: sign-in or token request, and a verifier. */
export function AppCode({ compiled, stale }: { readonly compiled: Valid; readonly stale: boolean }) {
  const clients = useMemo(() => appCode(compiled.model), [compiled])
  const [client, setClient] = useState('')
  const [kind, setKind] = useState<SnippetId>()
  const shown = clients.find(one => one.client === client) ?? clients[0]
  const snippet =
    shown?.snippets.find(({ id }) => id === kind) ??
    shown?.snippets.find(one => 'text' in one) ??
    shown?.snippets[0]
  if (!shown || !snippet) return null
  return (
    <Section
      title="App code"
      stale={stale}
      className="col-span-full"
      aside={
        <span className="font-normal text-muted-foreground text-s">
          For an app that uses the deployed API, with the scopes of its client
        </span>
      }
    >
      <div className="overflow-hidden rounded-card border border-border-strong bg-card">
        <div className="flex flex-wrap items-center gap-x-3 border-border border-b bg-background px-2">
          {clients.length > 1 && (
            <Select
              label="App client"
              small
              value={shown.client}
              onChange={event => setClient(event.target.value)}
              className="my-1.5 max-w-60"
            >
              {clients.map(one => (
                <option key={one.client}>{one.client}</option>
              ))}
            </Select>
          )}
          <TabList
            label="Kind of code"
            idBase={ID}
            items={shown.snippets.map(({ id, label }) => ({ id, label }))}
            selected={snippet.id}
            onSelect={setKind}
            className="scrollbar-quiet h-10 min-w-0 overflow-x-auto"
          />
        </div>
        <TabPanel idBase={ID} selected={snippet.id} className="min-w-0">
          {'text' in snippet ? (
            <FileText path={snippet.fileName} text={snippet.text} className="max-h-120" />
          ) : (
            <Callout className="m-3">
              {snippet.reason} {snippet.instead}
            </Callout>
          )}
        </TabPanel>
      </div>
    </Section>
  )
}
