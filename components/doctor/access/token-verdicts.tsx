'use client'

import { useId, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { VerdictRow } from '@/components/verdicts/verdict-row'
import { VerdictSummary } from '@/components/verdicts/verdict-summary'
import type { TemplateApi } from '@/lib/template-api'
import { useImportedApi } from '../use-doctor'
import { useTokenExamination } from './use-token-examination'

export interface TokenVerdictsProps {
  readonly paste: string
  readonly onPaste: (text: string) => void
}

/** A pasted token, judged against the API of the files: the rows of the inspector. */
export default function TokenVerdicts({ paste, onPaste }: TokenVerdictsProps) {
  const id = useId()
  return (
    <>
      <div className="border-border border-b px-4 py-2.5">
        <label htmlFor={id} className="sr-only">
          Token
        </label>
        <textarea
          id={id}
          value={paste}
          onChange={event => onPaste(event.target.value)}
          placeholder="Paste a token: alone, a header or a curl command"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          rows={2}
          className="control mono scrollbar-quiet block w-full resize-y break-all px-2.5 py-1.5 text-code"
        />
        <p className="mt-1.5 flex items-center gap-1.5 text-secondary-foreground text-s">
          <Icon name="locked" size={14} />
          Decoded here, in this tab. Its signature is not checked; the inspector does that.
        </p>
      </div>
      <Verdicts paste={paste} />
    </>
  )
}

function Verdicts({ paste }: { readonly paste: string }) {
  const api = useImportedApi(true)
  const answer = useTokenExamination(api, paste)
  const [open, setOpen] = useState<string | null>(null)
  if (api && !api.ok)
    return (
      <div className="p-4 text-muted-foreground">
        <p>A token cannot be judged against these files.</p>
        {api.errors.map(({ code, path, message }) => (
          <p key={`${code} ${path}`}>{message}</p>
        ))}
        <ul className="mt-3 border-border border-t">
          <NotJudged endpoints={api.notJudged} />
        </ul>
      </div>
    )
  if (!answer) return null
  const { verdicts, token, model } = answer.examined
  return (
    <>
      {token ? (
        <VerdictSummary token={token.decoded} verdicts={verdicts} />
      ) : (
        <p role="status" className="border-border border-b px-4 py-2 text-muted-foreground text-s">
          There is no token in this text.
        </p>
      )}
      <ul>
        {token &&
          verdicts.map(verdict => (
            <VerdictRow
              key={verdict.endpoint.id}
              verdict={verdict}
              model={model}
              claims={token.decoded.claims}
              open={verdict.endpoint.id === open}
              onOpen={setOpen}
            />
          ))}
        <NotJudged endpoints={answer.notJudged} />
      </ul>
    </>
  )
}

function NotJudged({ endpoints }: { readonly endpoints: TemplateApi['notJudged'] }) {
  return endpoints.map(({ endpoint, why }) => (
    <li
      key={endpoint}
      className="flex min-h-12 items-center gap-2 border-border border-b px-4 py-1.5 text-muted-foreground"
    >
      <Icon name="info" />
      <span className="min-w-0">
        <span className="mono block truncate">{endpoint}</span>
        <span className="block text-s">Not judged: {why}</span>
      </span>
    </li>
  ))
}
