'use client'

import { useId } from 'react'
import { classes } from '@/components/ui/classes'
import type { DecodedToken } from '@/lib/token/decode'
import type { FoundToken } from '@/lib/token/extract-tokens'
import type { SegmentName } from '@/lib/token/segment'

/** Maximum length of a coloured text; longer ones are slow to render. */
const COLOURED = 20_000

const INK: Readonly<Record<SegmentName, string>> = {
  header: 'text-c-num',
  claims: 'text-c-key',
  signature: 'text-c-tag',
  encryptedKey: 'text-c-key',
  initializationVector: 'text-c-tag',
  ciphertext: 'text-c-str',
  authenticationTag: 'text-c-tag',
}
const LEGEND: Readonly<Record<SegmentName, { readonly word: string; readonly box: string }>> = {
  header: { word: 'Header', box: 'bg-c-num' },
  claims: { word: 'Claims', box: 'bg-c-key' },
  signature: { word: 'Signature', box: 'bg-c-tag' },
  encryptedKey: { word: 'Key', box: 'bg-c-key' },
  initializationVector: { word: 'Vector', box: 'bg-c-tag' },
  ciphertext: { word: 'Content', box: 'bg-c-str' },
  authenticationTag: { word: 'Tag', box: 'bg-c-tag' },
}

export interface TokenInputProps {
  readonly paste: string
  readonly at?: FoundToken
  readonly token?: DecodedToken
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
      <div className="control overflow-hidden has-[textarea:focus-visible]:border-accent has-[textarea:focus-visible]:shadow-[0_0_0_1px_var(--accent),0_0_0_4px_var(--accent-soft)]">
        <div data-scroller="" className="scrollbar-quiet h-52 overflow-auto narrow:h-44">
          <div className="relative min-h-full">
            {coloured && (
              <div aria-hidden="true" className={classes(TEXT, 'break-all text-fg-3')}>
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
                'absolute inset-0 h-full resize-none overflow-hidden bg-transparent text-fg caret-fg outline-none focus-visible:shadow-none',
                coloured && '[-webkit-text-fill-color:transparent]',
                !coloured && paste.length > COLOURED && 'overflow-auto',
              )}
            />
          </div>
        </div>
        <div className="flex items-center gap-3 border-line border-t px-2.5 py-1.5 text-fg-2 text-s">
          {token?.segments.map(({ name, start }) => (
            <span key={start} className="flex items-center gap-1.5">
              <i className={classes('size-2 rounded-[2px]', LEGEND[name].box)} />
              {LEGEND[name].word}
            </span>
          ))}
          <span className="flex-1" />
          <span className="text-fg-3 tabular-nums">
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
    if (start > index) pieces.push({ text: take(start - index), ink: 'font-bold text-fg' })
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
