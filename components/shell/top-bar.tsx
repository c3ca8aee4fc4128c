'use client'

import { Button, IconButton } from '@/components/ui/button'
import { Brand } from './brand'
import { DocumentName } from './document-name'
import { ExamplesMenu } from './examples-menu'
import { NarrowMenu } from './narrow-menu'
import { Navigation } from './navigation'
import { type PageKind, usePageKind } from './page-kind'
import { SkipLink } from './skip-link'
import { ThemeMenu } from './theme-menu'
import { UndoRedo } from './undo-redo'
import { useDocumentActions } from './use-document-actions'
import { useKeptFocus } from './use-kept-focus'
import { useShortcuts } from './use-shortcuts'
import { useTemplates } from './use-templates'

/**
 * The bar above every page: the pages, the open document, and what can be done with it. On a page of text only the pages
 * and the theme are left: the build serves it without the code of the page (scripts/static-pages.mjs).
 */
export function TopBar() {
  useShortcuts()
  useKeptFocus()
  useTemplates()
  const kind = usePageKind()
  const hasDocument = kind === 'document'
  const { showCommands } = useDocumentActions()
  return (
    <header className="flex h-12 items-center gap-2 border-border border-b bg-card pr-3 pl-4 print:hidden max-md:pr-2">
      <SkipLink kind={kind} />
      <Brand />
      <Navigation />
      {hasDocument && <DocumentName />}
      <span className="flex-1" />
      <div className="flex items-center gap-1">
        {hasDocument && (
          <>
            <UndoRedo />
            <span className="mx-1 h-5 w-px bg-border max-md:hidden" />
          </>
        )}
        <div className="flex items-center gap-1 max-md:hidden">
          {kind !== 'text' && <FileButtons kind={kind} />}
          {kind !== 'text' && <IconButton icon="search" label="Commands" onClick={showCommands} />}
          <ThemeMenu />
          {hasDocument && <ShareButton />}
        </div>
        <NarrowMenu />
      </div>
    </header>
  )
}

/** In the doctor a file can be opened; the others are about the document of the wizard. */
function FileButtons({ kind }: { readonly kind: PageKind }) {
  const { newApi, pickFile, saveFile } = useDocumentActions()
  return (
    <>
      {kind === 'document' && (
        <>
          <Button
            look="quiet"
            small
            icon="plus"
            title="New API: name it, then paste its endpoints"
            onClick={() => void newApi()}
          >
            <span className="sr-only xl:not-sr-only">New</span>
          </Button>
          <ExamplesMenu />
        </>
      )}
      <Button look="quiet" small icon="open" title="Open a wizard.json or a template" onClick={pickFile}>
        <span className="sr-only xl:not-sr-only">Open</span>
      </Button>
      {kind === 'document' && (
        <Button look="quiet" small icon="save" title="Save as wizard.json" onClick={() => void saveFile()}>
          <span className="sr-only xl:not-sr-only">Save</span>
        </Button>
      )}
    </>
  )
}

function ShareButton() {
  const { share } = useDocumentActions()
  return (
    <Button small icon="link" className="ml-1" onClick={() => void share()}>
      Share
    </Button>
  )
}
