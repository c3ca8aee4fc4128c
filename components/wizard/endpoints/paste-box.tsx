'use client'

import { useMemo, useRef, useState } from 'react'
import { useFieldSelector } from '@/components/fields/form-hooks'
import { type DeclaredScope, declaredScopes } from '@/components/fields/scopes'
import type { FormValues } from '@/components/session/session'
import { Button, CloseButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LINE_END, readEndpointLines } from '@/lib/document/edit/endpoint-lines'
import type { Endpoint } from './endpoint'

export interface PasteBoxProps {
  /** `reveal`: the first added one gets focus. Otherwise lines remain to be corrected, and focus stays here. */
  readonly onAdd: (endpoints: readonly Endpoint[], reveal: boolean) => void
  readonly onClose: () => void
}

/** Endpoints as lines of text: what they are read as is shown before they are added. */
export function PasteBox({ onAdd, onClose }: PasteBoxProps) {
  const [text, setText] = useState('')
  const input = useRef<HTMLTextAreaElement>(null)
  const declared = useFieldSelector<FormValues['resourceServers'], readonly DeclaredScope[]>(
    'resourceServers',
    declaredScopes,
  )
  const { endpoints, issues, completed } = useMemo(
    () =>
      readEndpointLines(
        text,
        declared.map(({ full }) => full),
      ),
    [text, declared],
  )
  const count = endpoints.length
  /** Lines that could not be read remain, to be corrected. */
  function add() {
    const isDone = issues.length === 0
    if (isDone) onClose()
    onAdd(endpoints, isDone)
    if (isDone) return
    input.current?.focus()
    const lines = text.split(LINE_END)
    setText(issues.map(({ line }) => lines[line - 1]).join('\n'))
  }
  return (
    <section
      aria-label="Paste lines"
      className="rounded-card border border-input border-dashed bg-card px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold">Paste lines</h2>
        <span className="min-w-0 flex-1 text-muted-foreground text-s">
          One endpoint a line: method, path, scopes, handler. The last two are optional. Write{' '}
          <span className="mono">none</span> in place of scopes for a public endpoint, and{' '}
          <span className="mono">id_token</span> for one that requires an ID token.
        </span>
        <Button small disabled={count === 0} onClick={add}>
          {count === 1 ? 'Add 1 endpoint' : `Add ${count} endpoints`}
        </Button>
        <CloseButton label="Close without adding" onClick={onClose} />
      </div>
      <div className="mt-2 grid gap-x-4 gap-y-2 @[680px]:grid-cols-[minmax(0,1fr)_220px]">
        <textarea
          ref={input}
          // biome-ignore lint/a11y/noAutofocus: the box was asked for by a button just now
          autoFocus
          value={text}
          onChange={event => setText(event.target.value)}
          aria-label="Lines to paste"
          spellCheck={false}
          rows={5}
          placeholder={
            'e.g.\nPUT  /orders/{orderId}  write\nGET  /reports/daily     read  bin/reports/daily.handler\nGET  /health            none'
          }
          className="control mono scrollbar-quiet min-h-20 resize-y whitespace-pre bg-background px-3 py-2 leading-5"
        />
        <div role="status" className="grid content-start gap-1.5 text-s">
          {count > 0 && (
            <p className="flex items-center gap-1.5 text-success">
              <Icon name="ok" size={14} />
              {count === 1 ? '1 endpoint read' : `${count} endpoints read`}
            </p>
          )}
          {[...completed].slice(0, 4).map(([short, full]) => (
            <p key={short} className="break-words text-muted-foreground">
              <span className="mono">{short}</span> becomes <span className="mono">{full}</span>
            </p>
          ))}
          {issues.slice(0, 4).map(({ line, message }) => (
            <p key={line} className="flex gap-1.5 text-destructive">
              <Icon name="error" size={14} className="mt-px" />
              <span>
                Line {line}: {message}.
              </span>
            </p>
          ))}
        </div>
      </div>
    </section>
  )
}
