'use client'

import './code.css'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { fieldName } from '@/components/session/field-name'
import { useSession } from '@/components/session/session'
import { classes } from '@/components/ui/classes'
import { loadFirst } from '@/components/ui/prefetch-after-load'
import { useStore } from '@/components/ui/store'
import type { Format } from '@/lib/compile'
import { afterFirstPaint } from './after-first-paint'
import type { CodeView } from './monaco/code-view'
import { type FirstOutput, useShownOutput } from './shown-output'

export interface CodePaneHandle {
  readonly find: () => void
}

export interface CodePaneProps {
  readonly format: Format
  readonly first: FirstOutput
  readonly ref?: Ref<CodePaneHandle>
}

/** The text of one format in Monaco, kept up to date outside React; plain text until Monaco has arrived. */
export function CodePane({ format, first, ref }: CodePaneProps) {
  const { engine, focus } = useSession()
  const host = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<CodeView>()
  // Only the output of the open document is shown: without one there is nothing to read, copy or click.
  const isEmpty = useStore(engine, ({ valid, errors }) => !valid && errors.length > 0)

  useEffect(() => {
    let made: CodeView | undefined
    // Asked for at once, made when the browser is idle.
    const arriving = loadFirst(() => Promise.all([import('./monaco/code-view'), engine.load()]))
    const stop = afterFirstPaint(async () => {
      const [{ createCodeView }] = await arriving
      if (!host.current?.isConnected) return
      made = createCodeView(host.current, { onField: focus.reveal, labelOf: fieldName })
      setView(made)
    })
    return () => {
      stop()
      made?.dispose()
      setView(undefined)
    }
  }, [engine, focus])

  useEffect(() => {
    if (!view) return
    const { id, language } = format
    const show = () => {
      const output = engine.output(id)
      if (output) view.show({ id, language, output })
    }
    show()
    return engine.subscribe(show)
  }, [view, engine, format])

  useEffect(() => {
    if (!view) return
    const follow = () => view.focusField(focus.focused.get())
    follow()
    return focus.focused.subscribe(follow)
  }, [view, focus])

  useImperativeHandle(ref, () => ({ find: () => view?.find() }), [view])

  return (
    <div
      className="code-pane relative min-h-0 flex-1 overflow-hidden bg-card"
      data-ready={view !== undefined}
    >
      {!view && <PlainText format={format} first={first} />}
      {isEmpty && <NoTemplate />}
      <div
        ref={host}
        className={classes('mono absolute inset-0 text-code', (!view || isEmpty) && 'invisible')}
      />
    </div>
  )
}

function NoTemplate() {
  return (
    <p className="absolute inset-0 z-10 grid place-content-center p-6 text-center text-secondary-foreground">
      The template appears here when the form is complete and valid.
    </p>
  )
}

/** The same lines, numbers and colours at the same place, before Monaco. */
function PlainText({ format, first }: Pick<CodePaneProps, 'format' | 'first'>) {
  const shown = useShownOutput(format.id, first)
  return (
    <section
      aria-label="Generated code"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="absolute inset-0 overflow-auto"
    >
      {shown && (
        <pre className="mono flex w-max gap-4 pt-1 text-code">
          <span
            aria-hidden="true"
            className="w-[round(6ch,1px)] flex-none select-none text-right text-muted-foreground"
          >
            {lineNumbers(shown.lineCount)}
          </span>
          <span>{shown.text}</span>
        </pre>
      )}
    </section>
  )
}

const lineNumbers = (count: number): string => Array.from({ length: count }, (_, i) => i + 1).join('\n')
