'use client'

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { type Session, useSession } from '@/components/session/session'
import { showDone } from '@/components/session/show-done'
import { templateHandoff } from '@/components/session/template-handoff'
import { downloadText } from '@/components/ui/download'
import { PartBoundary } from '@/components/ui/part-boundary'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { showToast } from '@/components/ui/toast'
import { DocumentDialogs, type OpenDialog } from './document-dialogs'
import { usePageKind } from './page-kind'
import { type DocumentActions, DocumentActionsContext } from './use-document-actions'
import { useDroppedFiles } from './use-dropped-files'
import { useMissingChunks } from './use-missing-chunks'
import { useOtherTabs } from './use-other-tabs'
import { useSharedLink } from './use-shared-link'

const loadWizardFile = prefetchAfterLoad(() => import('./wizard-file'))
const loadLinks = prefetchAfterLoad(() => import('./shared-link'))
const loadBlank = prefetchAfterLoad(() => import('@/lib/document/presets/blank'))
const loadNewApi = prefetchAfterLoad(() => import('@/lib/document/presets/new-api'))
prefetchAfterLoad(async () => (await import('./offline')).startOffline())

/** Provides what can be done with the document as a whole, from the bar, a menu or a key. */
export function DocumentActionsProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const kind = usePageKind()
  const picker = useRef<HTMLInputElement>(null)
  const [dialog, setDialog] = useState<OpenDialog>()
  const actions = useMemo(() => createActions(session, () => picker.current?.click(), setDialog), [session])
  const { openDocument } = actions
  useMissingChunks()
  useOtherTabs(useCallback(opened => openDocument(opened, 'changes of another tab'), [openDocument]))
  useSharedLink(useCallback(opened => openDocument(opened, 'the shared link'), [openDocument]))

  const openFile = useCallback(
    async (file: File) => {
      const { readWizardFile } = await loadWizardFile()
      const opened = await readWizardFile(
        new Uint8Array(await file.arrayBuffer()),
        file.name,
        kind === 'files',
      )
      if (opened.kind !== 'template') return openDocument(opened, file.name)
      templateHandoff.set({ files: [{ path: file.name, text: opened.text }], isFolder: false })
    },
    [openDocument, kind],
  )
  useDroppedFiles(openFile)

  return (
    <DocumentActionsContext value={actions}>
      {children}
      {kind !== 'text' && (
        <input
          ref={picker}
          type="file"
          accept=".json,.yaml,.yml,.template,application/json,application/yaml"
          aria-label="Open a wizard.json or a template"
          tabIndex={-1}
          className="sr-only"
          onChange={event => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void openFile(file)
          }}
        />
      )}
      <PartBoundary key={dialog?.kind} fallback={null} onFail={() => setDialog(undefined)}>
        <DocumentDialogs
          dialog={dialog}
          onClose={() => setDialog(undefined)}
          onOpen={openDocument}
          onStartBlank={() => void actions.startBlank()}
        />
      </PartBoundary>
    </DocumentActionsContext>
  )
}

function createActions(
  session: Session,
  pickFile: () => void,
  showDialog: (dialog: OpenDialog) => void,
): DocumentActions {
  const { form, replace, touched } = session
  return {
    pickFile,
    showShortcuts: () => showDialog({ kind: 'shortcuts' }),
    showRecent: () => showDialog({ kind: 'recent' }),
    showCommands: () => showDialog({ kind: 'commands' }),
    openDocument(opened, source) {
      if (opened.kind !== 'valid') return showDialog({ kind: 'problems', opened, source })
      replace(opened.values, `Opened ${source}`)
      showDone(session, `Opened ${source}.`)
    },
    async saveFile() {
      const { wizardFileText } = await loadWizardFile()
      downloadText('wizard.json', wizardFileText(form.getValues()), 'application/json')
      showToast({ text: 'Saved as wizard.json.' })
    },
    async share() {
      const { sharedLink } = await loadLinks()
      const link = sharedLink(form.getValues())
      try {
        await navigator.clipboard.writeText(link)
        showToast({ text: 'Link copied. It contains the spec, never a token.' })
      } catch {
        // Without the clipboard the link can be copied from the address bar.
        history.replaceState(history.state, '', link)
        showToast({ text: 'The link is in the address bar: copy it from there.', tone: 'warn' })
      }
    },
    openExample(values, label) {
      replace(values, `Example: ${label}`, { pristine: 'example' })
      showDone(session, `Example: ${label}.`)
    },
    async startBlank() {
      const { blank } = await loadBlank()
      replace(blank.values, 'Start blank', { pristine: 'form' })
      touched.set(new Set())
      showDone(session, 'Started blank.')
    },
    async newApi() {
      const { newApi } = await loadNewApi()
      replace(newApi.values, 'New API', { pristine: 'form' })
      session.focus.reveal('service', 'select')
    },
  }
}
