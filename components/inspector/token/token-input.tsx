'use client'

import { useId } from 'react'
import { classes } from '@/components/ui/classes'
import type { DecodedToken } from '@/lib/token/decode'
import type { FoundToken } from '@/lib/token/extract-tokens'
import type { SegmentName } from '@/lib/token/segment'

/** Maximum length of a coloured text; longer ones are slow to render. */
const COLOURED = 20_000

const INK: Readonly<Record<SegmentName, string>> = {
  header: 'text-syntax-number',
  claims: 'text-syntax-key',
  signature: 'text-syntax-tag',
  encryptedKey: 'text-syntax-key',
  initializationVector: 'text-syntax-tag',
  ciphertext: 'text-syntax-string',
  authenticationTag: 'text-syntax-tag',
}
const LEGEND: Readonly<Record<SegmentName, { readonly word: string; readonly box: string }>> = {
  header: { word: 'Header', box: 'bg-syntax-number' },
  claims: { word: 'Claims', box: 'bg-syntax-key' },
  signature: { word: 'Signature', box: 'bg-syntax-tag' },
  encryptedKey: { word: 'Key', box: 'bg-syntax-key' },
  initializationVector: { word: 'Vector', box: 'bg-syntax-tag' },
  ciphertext: { word: 'Content', box: 'bg-syntax-string' },
  authenticationTag: { word: 'Tag', box: 'bg-syntax-tag' },
}

export interface TokenInputProps {
  readonly paste: string
  readonly at?: FoundToken | undefined
  readonly token?: DecodedToken | undefined
  readonly onPaste: (paste: string) => void
}

const TEXT = 'mono block w-full whitespace-pre-wrap px-2.5 py-2 text-code'

/** The paste, with the parts of its token coloured. */
export function TokenInput({ paste, at, token, onPaste }: TokenInputProps) {
  const id = useId()
  // A token that was converted from padded base64 has other positions than the paste.
  const coloured = at !== undefined && token?.text === at.token && paste.length <= COLOURED
  return (
    <>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        Token
      </label>
      <div className="control overflow-hidden has-[textarea:focus-visible]:border-primary has-[textarea:focus-visible]:shadow-[0_0_0_1px_var(--primary),0_0_0_4px_var(--primary-soft)]">
        <div data-scroller="" className="scrollbar-quiet h-52 overflow-auto max-md:h-44">
          <div className="relative min-h-full">
            {coloured && (
              <div aria-hidden="true" className={classes(TEXT, 'break-all text-muted-foreground')}>
                <ColouredPaste paste={paste} at={at} token={token} />
                {/* Without a character after it, a line break at the end takes no room. */}
                {'\u200b'}
              </div>
            )}
            <textarea
              id={id}
              value={paste}
              onChange={event => onPaste(event.target.value)}
              // The caret moves to the end of a paste; show its beginning.
              onPaste={({ currentTarget }) =>
                requestAnimationFrame(() => currentTarget.closest('[data-scroller]')?.scrollTo({ top: 0 }))
              }
              placeholder="Paste a token: alone, a header, a curl command, a token response, a redirect URL, a HAR file, decoded claims or a Lambda event"
              autoComplete="off"
              autoCapitalize="off"
              autoCorrect="off"
              spellCheck={false}
              className={classes(
                TEXT,
                paste === '' ? 'break-words' : 'break-all',
                'absolute inset-0 h-full resize-none overflow-hidden bg-transparent text-foreground caret-foreground outline-none focus-visible:shadow-none',
                coloured && '[-webkit-text-fill-color:transparent]',
                !coloured && paste.length > COLOURED && 'overflow-auto',
              )}
            />
          </div>
        </div>
        <div className="flex items-center gap-3 border-border border-t px-2.5 py-1.5 text-secondary-foreground text-s">
          {token?.segments.map(({ name, start }) => (
            <span key={start} className="flex items-center gap-1.5">
              <i className={classes('size-2 rounded-[2px]', LEGEND[name].box)} />
              {LEGEND[name].word}
            </span>
          ))}
          <span className="flex-1" />
          <span className="text-muted-foreground tabular-nums">
            {(at?.token.length ?? paste.length).toLocaleString('en')} characters
          </span>
        </div>
      </div>
    </>
  )
}

/** `at.token` has no line breaks, so its positions are mapped to those of the paste. */
function ColouredPaste({
  paste,
  at,
  token,
}: {
  readonly paste: string
  readonly at: FoundToken
  readonly token: DecodedToken
}) {
  const pieces: { readonly text: string; readonly ink?: string }[] = [{ text: paste.slice(0, at.start) }]
  let place = at.start
  let index = 0
  /** Returns the paste up to the end of the next `length` characters of the token. */
  const take = (length: number): string => {
    const from = place
    for (let left = length; left > 0 && place < at.end; place++)
      if (paste[place] === at.token[index]) {
        index++
        left--
      }
    return paste.slice(from, place)
  }
  for (const { name, start, end } of token.segments) {
    if (start > index) pieces.push({ text: take(start - index), ink: 'font-bold text-foreground' })
    pieces.push({ text: take(end - start), ink: INK[name] })
  }
  pieces.push({ text: paste.slice(place) })
  return pieces.map(({ text, ink }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
    <span key={i} className={ink}>
      {text}
    </span>
  ))
}
