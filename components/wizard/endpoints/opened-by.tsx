'use client'

import { useFieldSelector, useFieldValue } from '@/components/fields/form-hooks'
import type { FormValues } from '@/components/session/session'
import { Icon } from '@/components/ui/icon'
import type { Endpoint } from './endpoint'
import { obtainableBy } from './obtainable'

const short = (scope: string) => scope.slice(scope.lastIndexOf('/') + 1)

/** The clients that can call the endpoint, and the scopes they can use. */
export function OpenedBy({ index }: { readonly index: number }) {
  const endpoint = useFieldValue<Endpoint>(`endpoints.${index}`)
  const clients = useFieldSelector('clients', (clients: FormValues['clients'] | undefined) =>
    (clients ?? []).map(client => ({ name: client.name, scopes: obtainableBy(client) })),
  )
  if (endpoint?.auth !== 'access_token' || endpoint.scopes.length === 0) return null
  const openers = clients.filter(({ scopes }) => scopes.some(scope => endpoint.scopes.includes(scope)))
  const used = endpoint.scopes.filter(scope => openers.some(({ scopes }) => scopes.includes(scope)))
  if (openers.length === 0)
    return (
      <span className="flex items-center gap-1.5 text-s text-warning">
        <Icon name="warning" size={14} />
        No client can get {endpoint.scopes.length === 1 ? 'this scope' : 'any of these scopes'}
      </span>
    )
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-secondary-foreground text-s">
      <Icon name="ok" size={14} className="text-success" />
      <span className="min-w-0">
        Callable by <Names names={openers.map(({ name }) => name)} word="and" /> with{' '}
        <Names names={used.map(short)} word="or" />
      </span>
    </span>
  )
}

const MAX_NAMES = 3

function Names({ names, word }: { readonly names: readonly string[]; readonly word: string }) {
  const shown = names.length > MAX_NAMES ? names.slice(0, MAX_NAMES - 1) : names
  return (
    <>
      {shown.map((name, index) => (
        <span key={name}>
          {index > 0 && (index === names.length - 1 ? ` ${word} ` : ', ')}
          <span className="mono">{name}</span>
        </span>
      ))}
      {shown.length < names.length && ` ${word} ${names.length - shown.length} more`}
    </>
  )
}
