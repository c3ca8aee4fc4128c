'use client'

import { useSyncExternalStore } from 'react'
import type { Engine } from '@/components/session/engine'
import { useSession } from '@/components/session/session'
import { createStore, type Store } from '@/components/session/store'
import type { FieldPath } from '@/lib/document/field-path'
import type { RepairableFinding } from '@/lib/findings/finding'

type Findings = readonly RepairableFinding[]

interface Found {
  readonly all: Findings
  /**
   * By the field to show first, and by the list that it is a member of. While there are errors, only where the field
   * is as it was when it was found.
   */
  readonly at: ReadonlyMap<FieldPath, Findings>
}

/** Findings may take longer than a keystroke should: they are looked for once typing has paused. */
const PAUSE_MS = 250
const NONE: Findings = []
const NOTHING: Found = { all: NONE, at: new Map() }

const stores = new WeakMap<Engine, Store<Found>>()

function storeOf(engine: Engine): Store<Found> {
  const known = stores.get(engine)
  if (known) return known
  const store = createStore<Found>(NOTHING)
  stores.set(engine, store)
  let timer: ReturnType<typeof setTimeout> | undefined
  let of: unknown
  let stale = false
  const look = () => {
    const { valid, errors } = engine.get()
    if (valid === of && errors.length === 0 && !stale) return
    of = valid
    stale = errors.length > 0
    store.set(valid ? index(valid.repairableFindings(), path => !stale || engine.holds(path)) : NOTHING)
  }
  engine.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(look, PAUSE_MS)
  })
  look()
  return store
}

function index(all: Findings, holds: (path: FieldPath) => boolean): Found {
  const at = new Map<FieldPath, Findings>()
  for (const finding of all) {
    const [path = ''] = finding.paths
    if (!holds(path)) continue
    for (const field of new Set([path, path.replace(/\.\d+$/, '')]))
      at.set(field, [...(at.get(field) ?? []), finding])
  }
  return { all, at }
}

/** What the newest valid spec should be told about. */
export function useFindings(): Findings {
  const store = storeOf(useSession().engine)
  return useSyncExternalStore(
    store.subscribe,
    () => store.get().all,
    () => NONE,
  )
}

/** The findings to show beside the field at `path`. */
export function useFindingsAt(path: FieldPath): Findings {
  const store = storeOf(useSession().engine)
  return useSyncExternalStore(
    store.subscribe,
    () => store.get().at.get(path) ?? NONE,
    () => NONE,
  )
}
