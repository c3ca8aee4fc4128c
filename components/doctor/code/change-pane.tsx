'use client'

import { useEffect, useRef } from 'react'
import type { FileChange } from '../change-text'

const loadView = () => import('./editor/change-view')

/** A change before and after, side by side where there is room. */
export function ChangePane({ change }: { readonly change: FileChange }) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<Promise<Awaited<ReturnType<typeof create>>>>(undefined)
  useEffect(() => {
    const element = host.current
    if (!element) return
    const created = create(element)
    view.current = created
    return () => {
      view.current = undefined
      void created.then(made => made.dispose())
    }
  }, [])
  useEffect(() => {
    const language = /^\uFEFF?\s*[{[]/.test(change.before) ? 'json' : 'yaml'
    const current = view.current
    void current?.then(made => {
      if (view.current === current) made.show(change, language)
    })
  }, [change])
  return <div ref={host} data-change="" className="doctor-code mono absolute inset-0 bg-card text-code" />
}

const create = async (host: HTMLElement) => (await loadView()).createChangeView(host)
