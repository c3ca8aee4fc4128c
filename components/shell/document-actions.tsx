'use client'

import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useRef, useState } from 'react'
import { type FormValues, useSession } from '@/components/session/session'
import { downloadText } from '@/components/ui/download'
import { showToast } from '@/components/ui/toast'
import { blank } from './examples'
import type { Opened } from './wizard-file'

const OpenProblems = lazy(() => import('./open-problems'))
const Shortcuts = lazy(() => import('./shortcuts'))

export interface DocumentActions {
  readonly open: () => void
  readonly save: () => Promise<void>
  readonly share: () => Promise<void>
  /** Puts a whole document in place of the one that is open; `name` is what undo calls it. */
  readonly start: (values: FormValues, name: string) => void
  /** Begins with an empty form, whose fields are not scolded before they are left. */
  readonly startBlank: () => void
  readonly showShortcuts: () => void
}

const Context = createContext<DocumentActions | undefined>(undefined)

interface Refused {
  readonly fileName: string
  readonly opened: Exclude<Opened, { kind: 'valid' }>
}

/** What can be done with the document as a whole, from the bar, a menu or a key. */
export function DocumentActionsProvider({ children }: { readonly children: ReactNode }) {
  const { form, replace, undo, touched } = useSession()
  const picker = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<Refused>()
  const [shortcuts, setShortcuts] = useState(false)

  const actions = useMemo<DocumentActions>(
    () => ({
      open: () => picker.current?.click(),
      save: async () => {
        const { wizardFileText } = await import('./wizard-file')
        downloadText('wizard.json', wizardFileText(form.getValues()), 'application/json')
        showToast({ text: 'Saved as wizard.json.' })
      },
      share: async () => {
        const { shareLink } = await import('./share-link')
        const link = await shareLink(form.getValues())
        await navigator.clipboard.writeText(link)
        showToast({ text: 'Link copied. It carries the spec, never a token.' })
      },
      start: (values, name) => {
        replace(values, name)
        showToast({ text: `${name}.`, action: { label: 'Undo', run: undo } })
      },
      startBlank: () => {
        replace(blank, 'Start blank')
        touched.set(new Set())
        showToast({ text: 'Started blank.', action: { label: 'Undo', run: undo } })
      },
      showShortcuts: () => setShortcuts(true),
    }),
    [form, replace, undo, touched],
  )

  async function read(file: File) {
    const { readWizardFile } = await import('./wizard-file')
    const opened = readWizardFile(new Uint8Array(await file.arrayBuffer()))
    if (opened.kind === 'valid') actions.start(opened.values, `Opened ${file.name}`)
    else setRefused({ fileName: file.name, opened })
  }

  return (
    <Context value={actions}>
      {children}
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label="Open a wizard.json"
        tabIndex={-1}
        className="sr-only"
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void read(file)
        }}
      />
      <Suspense>
        {refused && (
          <OpenProblems
            {...refused}
            onClose={() => setRefused(undefined)}
            onOpen={() =>
              refused.opened.kind === 'faulty' &&
              actions.start(refused.opened.values, `Opened ${refused.fileName}`)
            }
          />
        )}
        {shortcuts && <Shortcuts onClose={() => setShortcuts(false)} />}
      </Suspense>
    </Context>
  )
}

export function useDocumentActions(): DocumentActions {
  const actions = useContext(Context)
  if (!actions) throw new Error('useDocumentActions needs a DocumentActionsProvider above it')
  return actions
}
