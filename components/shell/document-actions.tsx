'use client'

import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type FormValues, type Session, useSession } from '@/components/session/session'
import { downloadText } from '@/components/ui/download'
import { later } from '@/components/ui/later'
import { showToast } from '@/components/ui/toast'
import { useOtherTabs } from './use-other-tabs'
import { useSharedLink } from './use-shared-link'
import type { Opened } from './wizard-file'

const OpenProblems = lazy(later(() => import('./open-problems')))
const Shortcuts = lazy(later(() => import('./shortcuts')))
const wizardFile = later(() => import('./wizard-file'))
const links = later(() => import('./shared-link'))
const blankDocument = later(() => import('@/lib/document/presets/blank'))

export interface DocumentActions {
  readonly open: () => void
  readonly save: () => Promise<void>
  readonly share: () => Promise<void>
  /** Puts a whole document in place of the one that is open; `name` is what undo calls it. */
  readonly start: (values: FormValues, name: string) => void
  /** Begins with an empty form, whose fields are not scolded before they are left. */
  readonly startBlank: () => Promise<void>
  readonly showShortcuts: () => void
}

const Context = createContext<DocumentActions | undefined>(undefined)

interface Refused {
  readonly fileName: string
  readonly opened: Exclude<Opened, { kind: 'valid' }>
}

/** What can be done with the document as a whole, from the bar, a menu or a key. */
export function DocumentActionsProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const picker = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<Refused>()
  const [shortcuts, setShortcuts] = useState(false)
  const actions = useMemo(
    () =>
      makeActions(
        session,
        () => picker.current?.click(),
        () => setShortcuts(true),
      ),
    [session],
  )
  const take = useCallback(
    (opened: Opened, fileName: string) => {
      if (opened.kind === 'valid') actions.start(opened.values, `Opened ${fileName}`)
      else setRefused({ fileName, opened })
    },
    [actions],
  )
  useOtherTabs()
  useSharedLink(useCallback(opened => take(opened, 'the shared link'), [take]))

  async function read(file: File) {
    const { readWizardFile } = await wizardFile()
    take(readWizardFile(new Uint8Array(await file.arrayBuffer())), file.name)
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

function makeActions(session: Session, open: () => void, showShortcuts: () => void): DocumentActions {
  const { form, replace, undo, touched } = session
  const done = (text: string) => showToast({ text, action: { label: 'Undo', run: undo } })
  return {
    open,
    showShortcuts,
    async save() {
      const { wizardFileText } = await wizardFile()
      downloadText('wizard.json', wizardFileText(form.getValues()), 'application/json')
      showToast({ text: 'Saved as wizard.json.' })
    },
    async share() {
      const { sharedLink } = await links()
      const link = sharedLink(form.getValues())
      try {
        await navigator.clipboard.writeText(link)
        showToast({ text: 'Link copied. It carries the spec, never a token.' })
      } catch {
        // Without the clipboard the link can be copied from the address bar.
        history.replaceState(history.state, '', link)
        showToast({ text: 'The link is in the address bar: copy it from there.', tone: 'warn' })
      }
    },
    start(values, name) {
      replace(values, name)
      done(`${name}.`)
    },
    async startBlank() {
      const { blank } = await blankDocument()
      replace(blank.values, 'Start blank')
      touched.set(new Set())
      done('Started blank.')
    },
  }
}
