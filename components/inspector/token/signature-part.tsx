'use client'

import { type DragEvent, useId, useRef } from 'react'
import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import type { DecodedToken } from '@/lib/token/decode'
import { jwksCommand, jwksUrl } from '@/lib/token/issuer'
import type { SignatureState } from '@/lib/token/signature-state'
import type { Signature } from '../use-signature'

const STATES: Readonly<
  Record<SignatureState, { readonly word: string; readonly tone: 'ok' | 'err' | 'warn' | 'neutral' }>
> = {
  valid: { word: 'Valid', tone: 'ok' },
  invalid: { word: 'Invalid', tone: 'err' },
  'no-key': { word: 'Key not found', tone: 'warn' },
  absent: { word: 'Claims only', tone: 'neutral' },
  'not-checked': { word: 'Not checked', tone: 'neutral' },
}
const ICONS = { ok: 'check', err: 'denied', warn: 'warning', neutral: 'info' } as const

export interface SignaturePartProps {
  readonly token?: DecodedToken | undefined
  readonly signature: Signature
  readonly jwks: string
  readonly onJwks: (text: string) => void
}

/** The state of the signature, and an input for the keys that verify it: the page fetches nothing. */
export function SignaturePart({ token, signature, jwks, onJwks }: SignaturePartProps) {
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const { verified } = signature
  const { word, tone } = STATES[verified.state]
  const ignored = signature.jwks?.ok ? signature.jwks.ignored : []
  const url = jwksUrl(token?.claims?.iss)

  async function read(from: File | undefined) {
    if (from) onJwks(await from.text())
  }
  function onDrop(event: DragEvent) {
    const dropped = event.dataTransfer.files[0]
    if (!dropped) return
    event.preventDefault()
    read(dropped)
  }

  return (
    <section className="mt-4 border-border border-t pt-4" aria-labelledby={`${id}.head`}>
      <div className="flex items-center gap-2">
        <h3 id={`${id}.head`} className="flex-1 font-semibold">
          Signature
        </h3>
        <span role="status">
          {token && (
            <Badge tone={tone} icon={ICONS[tone]}>
              {word}
            </Badge>
          )}
        </span>
      </div>
      {token && verified.reason && (
        <p className="break-words text-secondary-foreground text-s [overflow-wrap:anywhere]">
          {verified.reason}
        </p>
      )}
      <div className="mt-2 mb-1 flex items-center gap-2 text-s">
        <label htmlFor={id} className="flex-1 text-secondary-foreground">
          Public keys (JWKS)
        </label>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label="File with the public keys"
          className="hidden"
          onChange={event => read(event.target.files?.[0])}
        />
        <button type="button" className="link" onClick={() => file.current?.click()}>
          Open a file
        </button>
      </div>
      <textarea
        id={id}
        value={jwks}
        onChange={event => onJwks(event.target.value)}
        onDragOver={event => event.preventDefault()}
        onDrop={onDrop}
        placeholder={'{ "keys": [ … ] }: paste them, or drop the file'}
        autoComplete="off"
        spellCheck={false}
        rows={3}
        aria-invalid={signature.jwks?.ok === false}
        className="control mono scrollbar-quiet block w-full resize-y px-2.5 py-1.5 text-code"
      />
      {ignored.length > 0 && <p className="mt-1 text-s text-warning">{ignored.join(' ')}</p>}
      {url && (
        <div className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-1 text-s">
          <p className="text-muted-foreground">
            This page makes no requests. Get the public keys of this token’s pool from:
          </p>
          <Line text={url} label="Copy the JWKS URL" />
          <Line text={jwksCommand(url)} label="Copy the command" />
        </div>
      )}
    </section>
  )
}

function Line({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className="flex items-center gap-2 rounded-control border border-border bg-background py-0.5 pr-0.5 pl-2.5">
      <span className="mono min-w-0 flex-1 truncate text-code" title={text}>
        {text}
      </span>
      <CopyButton square small look="quiet" label={label} text={() => text} />
    </div>
  )
}
