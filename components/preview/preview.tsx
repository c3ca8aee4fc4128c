'use client'

import { lazy, Suspense, useEffect, useRef } from 'react'
import { formatTabs, tabOf } from '@/components/files/format-tabs'
import { useSession } from '@/components/session/session'
import { PartBoundary } from '@/components/ui/part-boundary'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { useStore } from '@/components/ui/store'
import { TabList } from '@/components/ui/tabs'
import type { Format } from '@/lib/compile'
import { CodePane, type CodePaneHandle } from './code-pane'
import { OutputTools } from './output-tools'
import type { FirstOutput } from './shown-output'

export interface PreviewProps {
  /** All output formats, in tab order. */
  readonly formats: readonly Format[]
  /** The first format of the example, printed when the page was built: there from the first paint. */
  readonly first: FirstOutput
}

const ProblemsNote = lazy(prefetchAfterLoad(() => import('./problems-note')))

const ID = 'output'

/** What the spec becomes: a tab for each format, the file's tools and its text. */
export function Preview({ formats, first }: PreviewProps) {
  const { format: chosen, engine } = useSession()
  const id = useStore(chosen)
  const pane = useRef<CodePaneHandle>(null)
  const hasErrors = useStore(engine, ({ errors }) => errors.length > 0)
  const tabs = formatTabs(formats)
  const tab = tabOf(tabs, id)
  const format = formats.find(one => one.id === id) ?? tab.main
  const selected = tab.main.id
  // A narrow pane shows some of the tabs; the selected one is always among them.
  useEffect(() => {
    document.getElementById(`${ID}-tab-${selected}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])

  return (
    <>
      <TabList
        label="Output format"
        idBase={ID}
        items={tabs.map(({ main, short }) => ({
          id: main.id,
          title: main.label,
          label: short ? <span data-short={short}>{main.label}</span> : main.label,
        }))}
        selected={selected}
        onSelect={chosen.set}
        className="output-tabs h-10 flex-none bg-background pr-2 pl-3"
      />
      <div
        role="tabpanel"
        id={`${ID}-panel`}
        aria-labelledby={`${ID}-tab-${selected}`}
        className="output-main flex min-h-0 min-w-0 flex-1 flex-col"
      >
        <OutputTools
          tab={tab}
          format={format}
          first={first}
          onFormat={chosen.set}
          onFind={() => pane.current?.find()}
        />
        <div role="status">
          {hasErrors && (
            <PartBoundary fallback={null}>
              <Suspense>
                <ProblemsNote />
              </Suspense>
            </PartBoundary>
          )}
        </div>
        <CodePane ref={pane} format={format} first={first} />
      </div>
    </>
  )
}
