'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Entered } from '../entered'
import { PaneHead } from '../pane-head'
import type { Inspection } from '../use-inspection'
import { ReceivedPart } from './received-part'
import { SignaturePart } from './signature-part'
import { TokenChoice } from './token-choice'
import { TokenInput } from './token-input'

export interface TokenPaneProps {
  readonly entered: Entered
  readonly inspection: Inspection
  readonly onEnter: (change: Partial<Entered>) => void
  readonly onClear: () => void
  /** Absent until samples can be made. */
  readonly onSample?: (() => void) | undefined
  readonly onShowEndpoints: () => void
}

/** Inputs: the response that a call got, the token, and the keys that verify it. */
export function TokenPane({
  entered,
  inspection,
  onEnter,
  onClear,
  onSample,
  onShowEndpoints,
}: TokenPaneProps) {
  const { tokens, at, token, signature } = inspection
  const empty = entered.paste === '' && entered.response === '' && entered.status === ''
  return (
    <section aria-label="Token" className="pane token">
      <PaneHead title="Request and response">
        <span className="flex-1" />
        <Button look="quiet" small icon="sample" disabled={!onSample} onClick={onSample}>
          Sample
        </Button>
        <Button look="quiet" small icon="cross" disabled={empty} onClick={onClear}>
          Clear
        </Button>
      </PaneHead>
      <div className="scrollbar-quiet min-h-0 flex-1 overflow-auto p-4">
        <ReceivedPart
          entered={entered}
          inspection={inspection}
          onEnter={onEnter}
          onShowEndpoints={onShowEndpoints}
        />
        <TokenInput
          paste={entered.paste}
          at={at}
          token={token}
          onPaste={paste => onEnter({ paste, chosen: undefined, endpoint: undefined })}
        />
        <TokenChoice tokens={tokens} chosen={at} onChoose={chosen => onEnter({ chosen })} />
        <p className="mt-2 flex items-center gap-1.5 text-secondary-foreground text-s">
          <Icon name="locked" size={14} />
          Decoded here, in this tab. Nothing is sent anywhere.
        </p>
        <SignaturePart
          token={token}
          signature={signature}
          jwks={entered.jwks}
          onJwks={jwks => onEnter({ jwks })}
        />
      </div>
    </section>
  )
}
