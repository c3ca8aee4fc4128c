'use client'

import { useEffect, useRef, useState } from 'react'
import { useFieldSelector } from '@/components/fields/form-hooks'
import { type FormValues, useSession } from '@/components/session/session'
import { afterPress } from '@/components/ui/after-press'
import { Button, CloseButton } from '@/components/ui/button'
import { addEndpoints, starterOf } from '@/lib/document/edit/add-endpoints'
import { isOpenApi } from '@/lib/paste/is-openapi'
import type { PastedEndpoints } from '@/lib/paste/pasted-endpoints'
import { NewScopes } from './new-scopes'
import { PasteReport } from './paste-report'
import { usePasted } from './use-pasted'

export interface PasteBoxProps {
  /** Endpoints were added from the index `first`. `isDone`: nothing remains to be corrected. */
  readonly onAdded: (first: number, isDone: boolean) => void
  readonly onClose: () => void
}

const EXAMPLE = `e.g.
GET   /orders            read
PUT   /orders/{orderId}  write  bin/orders.update
GET   /health            public
curl -X POST https://api.example.com/orders -d '{}'`

/** Endpoints as people have them: what they are read as is shown before they are added. */
export function PasteBox({ onAdded, onClose }: PasteBoxProps) {
  const { form, edit } = useSession()
  const input = useRef<HTMLTextAreaElement>(null)
  const { text, read, isRead, change } = usePasted()
  const replaced = useFieldSelector<FormValues['endpoints'], string | undefined>('endpoints', endpoints => {
    const starter = starterOf({ endpoints })
    return starter && `${starter.method} ${starter.path}`
  })
  const count = read.endpoints.length
  const [chosen, setChosen] = useState<boolean>()
  // The scopes of an OpenAPI document are meant; a new one in a line may be a typo.
  const isDeclaring = chosen ?? isOpenApi(text)
  const report = useShownReport(read)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  function add() {
    const first = starterOf(form.getValues()) ? 0 : form.getValues().endpoints.length
    edit('Add endpoints', values => addEndpoints(values, read.endpoints, isDeclaring ? read.newScopes : []))
    const isDone = read.issues.length === 0
    // What could not be read remains, to be corrected.
    change(read.issues.map(issue => issue.text).join('\n'))
    if (isDone) onClose()
    else input.current?.focus()
    onAdded(first, isDone)
  }

  return (
    <section
      ref={box}
      aria-label="Paste endpoints"
      className="rounded-card border border-input border-dashed bg-card px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="min-w-0 flex-1 font-semibold">Paste endpoints</h2>
        <Button small disabled={count === 0 || !isRead} onClick={add}>
          {count === 1 ? 'Add 1 endpoint' : `Add ${count} endpoints`}
        </Button>
        <CloseButton label="Close without adding" onClick={onClose} />
      </div>
      <p id="paste-help" className="max-w-[88ch] text-muted-foreground text-s">
        One endpoint per line: method, path, scopes and, if you like, the handler. Or curl commands, or an
        OpenAPI document. In place of scopes write <Word>public</Word> for no token, <Word>id_token</Word> for
        an ID token, or <Word>iam</Word> for an AWS signature.
      </p>
      <div className="mt-2 grid gap-x-4 gap-y-2 @[680px]:grid-cols-[minmax(0,1fr)_240px]">
        <textarea
          ref={input}
          // biome-ignore lint/a11y/noAutofocus: the box was asked for by a button just now
          autoFocus
          value={text}
          onChange={event => change(event.target.value)}
          onPaste={report.showNext}
          onBlur={() => afterPress(report.show)}
          onKeyDown={event => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
          }}
          aria-label="Endpoints to paste"
          aria-describedby="paste-help"
          spellCheck={false}
          rows={6}
          placeholder={EXAMPLE}
          className="control mono scrollbar-quiet min-h-20 resize-y whitespace-pre bg-background px-3 py-2 leading-5"
        />
        <div ref={report.ref} className="grid content-start gap-1.5 text-s">
          <div role="status" className="grid gap-1.5 empty:hidden">
            <PasteReport read={read} replaced={replaced} />
          </div>
          {read.newScopes.length > 0 && (
            <NewScopes scopes={read.newScopes} checked={isDeclaring} onChange={setChosen} />
          )}
        </div>
      </div>
    </section>
  )
}

/** Brings the report into view after a paste, and when the text is left: on a phone it is below the text. */
function useShownReport(read: PastedEndpoints) {
  const ref = useRef<HTMLDivElement>(null)
  const isDue = useRef(false)
  const show = () => ref.current?.scrollIntoView({ block: 'nearest' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a paste is reported when it has been read
  useEffect(() => {
    if (isDue.current) show()
    isDue.current = false
  }, [read])
  return {
    ref,
    show,
    showNext() {
      isDue.current = true
    },
  }
}

const Word = ({ children }: { readonly children: string }) => (
  <span className="mono text-secondary-foreground">{children}</span>
)
