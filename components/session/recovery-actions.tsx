'use client'

import { useContext, useState } from 'react'
import { Button } from '@/components/ui/button'
import { downloadText } from '@/components/ui/download'
import { previousDocument, saveBlank, savePrevious } from './recovery'
import { readCurrent } from './saved-documents'
import { SessionContext } from './session'

/** Recovery actions for when part or all of the page fails. They need only this browser's storage. */
export function RecoveryActions({ onRetry }: { readonly onRetry?: () => void }) {
  const session = useContext(SessionContext)
  const [previous] = useState(previousDocument)
  const reloadWith = (change: () => void) => {
    session?.autosave.flush()
    session?.autosave.stop()
    change()
    location.reload()
  }
  return (
    <div className="flex flex-wrap justify-center gap-2">
      {onRetry && (
        <Button look="primary" onClick={onRetry}>
          Try again
        </Button>
      )}
      <Button look={onRetry ? 'default' : 'primary'} onClick={() => reloadWith(() => {})}>
        Reload
      </Button>
      <Button
        icon="download"
        onClick={() => {
          session?.autosave.flush()
          downloadText('wizard.json', readCurrent() ?? '', 'application/json')
        }}
      >
        Download the saved document
      </Button>
      <Button onClick={() => reloadWith(saveBlank)}>Start blank</Button>
      {previous && (
        <Button title={previous.name} onClick={() => reloadWith(savePrevious)}>
          Restore the previous document
        </Button>
      )}
    </div>
  )
}
