'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { PaneHead } from '../pane-head'
import type { Entered, Inspection } from '../use-inspection'
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
}

/** Where a token is pasted, checked against keys, and compared with the answer that a call got. */
export function TokenPane({ entered, inspection, onEnter, onClear, onSample }: TokenPaneProps) {
  const { found, at, token, signature, verdicts } = inspection
  return (
    <section aria-label="Token" className="pane token">
      <PaneHead title="Token">
        <span className="flex-1" />
        <Button look="quiet" small icon="sample" disabled={!onSample} onClick={onSample}>
          Sample
        </Button>
        <Button look="quiet" small icon="cross" disabled={entered.paste === ''} onClick={onClear}>
          Clear
        </Button>
      </PaneHead>
      <div className="scrollbar-quiet min-h-0 flex-1 overflow-auto p-4">
        <TokenInput
          paste={entered.paste}
          at={at}
          token={token}
          onPaste={paste => onEnter({ paste, chosen: undefined })}
        />
        <TokenChoice found={found} chosen={at} onChoose={chosen => onEnter({ chosen })} />
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
        <ReceivedPart verdicts={verdicts} hasToken={token !== undefined} />
      </div>
    </section>
  )
}
