'use client'

import { useRouter } from 'next/navigation'
import { noteDeployedIds } from '@/components/session/deployed-ids'
import { useSession } from '@/components/session/session'
import { showDone } from '@/components/session/show-done'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { toFormValues } from '@/lib/document/form-values'
import type { ImportedThing } from '@/lib/import-template'
import type { TemplateApi } from '@/lib/template-api'

export interface ContinueDialogProps {
  readonly api: TemplateApi
  readonly onClose: () => void
}

const GROUPS: readonly {
  readonly how: ImportedThing['how']
  readonly title: string
  readonly note: string
}[] = [
  { how: 'invented', title: 'Filled in', note: 'The files do not say it. Replace it in the wizard.' },
  { how: 'changed', title: 'Changed', note: '' },
  { how: 'left-out', title: 'Left out', note: 'The wizard cannot express it.' },
  { how: 'mapped', title: 'Taken over', note: '' },
]

/** Says what becomes of everything in the files, and makes the API the document of the wizard. */
export default function ContinueDialog({ api, onClose }: ContinueDialogProps) {
  const session = useSession()
  const { replace, history } = session
  const router = useRouter()

  function replaceDocument() {
    if (!api.ok) return
    replace(toFormValues(api.spec).values, `Import of ${api.id}`)
    noteDeployedIds({ documentId: history.current().documentId, ...api.ids })
    showDone(session, `Imported ${api.id}.`)
    onClose()
    router.push('/')
  }

  return (
    <Dialog
      title="Continue in the wizard"
      description={
        api.ok ? (
          <>
            The API <span className="mono">{api.id}</span> becomes the document of the wizard. The current one
            stays among the recent documents.
          </>
        ) : (
          'These files cannot become a document of the wizard.'
        )
      }
      onClose={onClose}
      className="w-140"
      actions={
        <>
          {api.ok && (
            <div className="basis-full">
              <Callout tone="warn">
                Deploying the import creates new resources. The existing ones are not changed.
              </Callout>
            </div>
          )}
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          {api.ok && (
            <Button look="primary" onClick={replaceDocument}>
              Replace the document
            </Button>
          )}
        </>
      }
    >
      <section
        aria-label="Report"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="grid gap-4"
      >
        {!api.ok &&
          api.errors.map(({ code, path, message }) => (
            <Callout key={`${code} ${path}`} tone="err">
              {message}
            </Callout>
          ))}
        {GROUPS.map(({ how, title, note }) => (
          <Group
            key={how}
            title={title}
            note={note}
            entries={api.report.filter(entry => entry.how === how)}
          />
        ))}
      </section>
    </Dialog>
  )
}

interface GroupProps {
  readonly title: string
  readonly note: string
  readonly entries: readonly ImportedThing[]
}

function Group({ title, note, entries }: GroupProps) {
  if (entries.length === 0) return null
  return (
    <section>
      <h3 className="flex items-center gap-2 font-semibold">
        <span className="shrink-0">{title}</span> <Badge>{entries.length}</Badge>
        {note && <span className="font-normal text-muted-foreground text-s">{note}</span>}
      </h3>
      <ul className="mt-1 divide-y divide-border rounded-control border border-border">
        {entries.map(({ what, why, at }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the report has no other order
          <li key={i} className="px-3 py-1.5">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="[overflow-wrap:anywhere]">{what}</span>
              {at && <span className="mono text-muted-foreground">line {at.line}</span>}
            </span>
            {why && <span className="block text-muted-foreground text-s">{why}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
