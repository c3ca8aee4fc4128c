'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { FormProvider, type Path, type UseFormReturn, useForm } from 'react-hook-form'
import type { FormatId } from '@/lib/compile'
import { example } from '@/lib/document/example'
import type { FieldPath } from '@/lib/document/field-path'
import type { Spec } from '@/lib/document/spec'
import { type Autosave, createAutosave } from './autosave'
import { createEngine, type Engine } from './engine'
import { createFocus } from './focus'
import { createHistory, type History } from './history'
import { createStore, type Store } from './store'

/**
 * What the form holds: a spec while it is being written. Fields keep what was typed, so a number field may hold text
 * that is no number; the schema says so.
 */
export type FormValues = Spec

export interface Session {
  readonly form: UseFormReturn<FormValues>
  readonly engine: Engine
  readonly history: History<FormValues>
  readonly autosave: Autosave
  readonly focus: ReturnType<typeof createFocus>
  /** The output format that is shown. */
  readonly format: Store<FormatId>
  /** Fields that were left or changed: only their errors stand beside them. */
  readonly touched: Store<ReadonlySet<FieldPath>>
  /** Puts a whole document into the form, as one step of undo named `name`. */
  readonly replace: (values: FormValues, name: string) => void
  /**
   * Changes the document by a pure function: only the parts that differ are set, as one step of undo. `name` is the
   * field that changed, or what was done in words.
   */
  readonly edit: (name: string, change: (values: FormValues) => FormValues) => void
  readonly undo: () => void
  readonly redo: () => void
}

const SessionContext = createContext<Session | undefined>(undefined)

/** The one session of a tab: the form and all that follows from it, kept while pages change. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const form = useForm<FormValues>({ defaultValues: structuredClone(example), shouldUnregister: false })
  const [parts] = useState(() => ({
    engine: createEngine(),
    history: createHistory<FormValues>(example),
    autosave: createAutosave(),
    focus: createFocus(),
    format: createStore<FormatId>('cloudformation'),
    touched: createStore<ReadonlySet<FieldPath>>(new Set()),
    editing: { now: false },
  }))
  const [session] = useState<Session>(() => ({ form, ...parts, ...documentMoves(form, parts) }))

  useEffect(() => {
    const { engine, history, autosave, touched } = session
    const saved = autosave.load()
    // Values of this page's own making: shape is checked by the schema, and errors show like any others.
    if (isDocument(saved)) {
      form.reset(saved)
      history.restart(saved)
    }
    engine.update(form.getValues())
    // Faults that were there before stand beside their fields; what is added now is not scolded before it is left.
    touched.set(new Set(faultyPaths(engine)))
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ values, name }) => {
        if (parts.editing.now) return
        engine.update(values)
        if (name !== undefined) noteChange(values, name, session)
      },
    })
    const flush = () => autosave.flush()
    addEventListener('pagehide', flush)
    return () => {
      stop()
      flush()
      removeEventListener('pagehide', flush)
    }
  }, [form, parts, session])

  return (
    <SessionContext value={session}>
      <FormProvider {...form}>{children}</FormProvider>
    </SessionContext>
  )
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above it')
  return session
}

type Parts = Pick<Session, 'engine' | 'history' | 'autosave' | 'touched'> & {
  /** Set while `edit` puts several parts of the document in place, which count as one change. */
  readonly editing: { now: boolean }
}

const faultyPaths = (engine: Engine) => engine.get().errors.map(({ path }) => path)

/** The form now holds `values`, after a change of the field `name`. */
function noteChange(values: FormValues, name: FieldPath, { touched, history, autosave }: Session | Parts) {
  if (!touched.get().has(name)) touched.set(new Set(touched.get()).add(name))
  history.record(values, name, performance.now())
  autosave.save(values)
}

function documentMoves(form: UseFormReturn<FormValues>, parts: Parts) {
  const { engine, history, autosave, touched, editing } = parts
  const show = (values: FormValues | undefined) => {
    if (!values) return
    form.reset(values)
    engine.update(form.getValues())
    touched.set(new Set([...touched.get(), ...faultyPaths(engine)]))
    autosave.save(form.getValues())
  }
  return {
    replace(values: FormValues, name: string) {
      history.record(values, name, performance.now())
      show(structuredClone(values))
    },
    edit(name: string, change: (values: FormValues) => FormValues) {
      const before = form.getValues()
      const after = change(before)
      editing.now = true
      for (const path of changedParts(before, after))
        form.setValue(path as Path<FormValues>, structuredClone(valueAt(after, path)) as never)
      editing.now = false
      engine.update(form.getValues())
      noteChange(form.getValues(), name, parts)
    },
    undo: () => show(history.undo()),
    redo: () => show(history.redo()),
  }
}

/** The parts that differ: a member alone where its list has kept its length, since setting a long list is slow. */
function changedParts(before: FormValues, after: FormValues): readonly FieldPath[] {
  return (Object.keys(after) as (keyof FormValues)[]).flatMap(key => {
    const [old, next] = [before[key], after[key]]
    if (!differ(old, next)) return []
    if (!Array.isArray(old) || !Array.isArray(next) || old.length !== next.length) return [key]
    return next.flatMap((member, index) => (differ(old[index], member) ? [`${key}.${index}`] : []))
  })
}

const differ = (one: unknown, other: unknown) =>
  one !== other && JSON.stringify(one) !== JSON.stringify(other)

function valueAt(values: FormValues, path: FieldPath): unknown {
  const [key = '', index] = path.split('.')
  const part: unknown = values[key as keyof FormValues]
  return Array.isArray(part) && index !== undefined ? part[Number(index)] : part
}

/** Enough of a document for the form to hold: every list is a list, every part an object. */
export function isDocument(value: unknown): value is FormValues {
  if (typeof value !== 'object' || value === null) return false
  const { userPool, resourceServers, clients, api, endpoints } = value as Record<string, unknown>
  return (
    [userPool, api].every(part => typeof part === 'object' && part !== null) &&
    [resourceServers, clients, endpoints].every(Array.isArray)
  )
}
