'use client'

import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { classes } from '@/components/ui/classes'
import type { DoctorState } from '../state/create-doctor'
import { useDoctor, useDoctorState } from '../use-doctor'
import type { MarkedFinding } from './editor/finding-marks'
import type { TemplateEditor } from './editor/template-editor'
import { findingAt } from './finding-at'

export interface EditorPaneHandle {
  readonly find: () => void
}

/** The editor in Monaco, kept up to date outside React; plain text until it has arrived. */
export function EditorPane({
  isHidden,
  ref,
}: {
  readonly isHidden: boolean
  readonly ref?: Ref<EditorPaneHandle>
}) {
  const doctor = useDoctor()
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<TemplateEditor>()
  const [failure, setFailure] = useState<unknown>()
  if (failure !== undefined) throw failure

  useEffect(() => {
    let made: TemplateEditor | undefined
    let isGone = false
    import('./editor/template-editor')
      .then(({ createTemplateEditor }) => {
        if (isGone || !host.current) return
        made = createTemplateEditor(host.current, {
          onType: doctor.type,
          onCaret(path, line, column) {
            const found = findingAt(doctor.state.get(), path, line, column)
            if (found !== undefined) doctor.select(found)
          },
        })
        setEditor(made)
      })
      .catch(setFailure)
    return () => {
      isGone = true
      made?.dispose()
      setEditor(undefined)
    }
  }, [doctor])

  useEffect(() => {
    if (!editor) return
    const { state } = doctor
    const show = () => editor.show(state.get().files, state.get().shown)
    show()
    return state.subscribe(show)
  }, [editor, doctor])

  const marked = useMarkedFindings()
  const selected = useDoctorState(state => state.selected)
  useEffect(() => editor?.mark(marked, selected), [editor, marked, selected])

  useEffect(() => {
    if (!editor) return
    let last = 0
    const go = () => {
      const visit = doctor.visit.get()
      if (!visit || visit.serial === last) return
      last = visit.serial
      editor.reveal(visit.place, visit.focus)
    }
    go()
    return doctor.visit.subscribe(go)
  }, [editor, doctor])

  useImperativeHandle(ref, () => ({ find: () => editor?.find() }), [editor])

  return (
    <div
      data-ready={editor !== undefined}
      className={classes('code-pane doctor-code absolute inset-0 bg-card', isHidden && 'invisible')}
    >
      {!editor && <PlainText />}
      <div ref={host} className={classes('mono absolute inset-0 text-code', !editor && 'invisible')} />
    </div>
  )
}

/** Findings of the last examination, and the faults of the files as they are now. */
function useMarkedFindings(): readonly MarkedFinding[] {
  const findings = useDoctorState(({ examination }) => examination?.findings)
  const faults = useDoctorState(state => state.faults)
  return useMemo(
    () => [
      ...(findings ?? []),
      ...faults.map(({ isRefused, place, message }) => ({
        key: `fault ${place.file} ${place.line}`,
        severity: isRefused ? ('error' as const) : ('warning' as const),
        code: 'FILE_NOT_READ',
        message,
        at: [place],
      })),
    ],
    [findings, faults],
  )
}

const shownText = ({ files, shown }: DoctorState) => files.find(({ path }) => path === shown)?.text

/** The same text before Monaco. */
function PlainText() {
  const text = useDoctorState(shownText)
  return (
    <section
      aria-label="Template"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="absolute inset-0 overflow-auto"
    >
      <pre className="mono pt-1 pl-[62px] text-code text-syntax-string">{text}</pre>
    </section>
  )
}
