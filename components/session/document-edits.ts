import type { Path, UseFormReturn } from 'react-hook-form'
import type { Store } from '@/components/ui/store'
import { withoutAcknowledged } from '@/lib/document/edit/acknowledge'
import { valueAt } from '@/lib/document/edit/at-path'
import type { FieldPath } from '@/lib/document/field-path'
import type { FormValues } from '@/lib/document/form-values'
import type { Autosave } from './autosave'
import type { DraftMemory } from './draft-memory'
import type { Engine } from './engine'
import type { FindingsState } from './findings'
import type { History, Pristine, Snapshot } from './history'
import type { ItemIdStore } from './item-ids'
import { keepRecent, newDocumentId } from './saved-documents'
import { savedValues } from './saved-values'
import type { SeenSteps } from './seen-steps'
import type { Values } from './values'

/** The parts of a session that edits of the document change. */
export interface SessionParts {
  readonly engine: Engine
  readonly history: History
  readonly autosave: Autosave
  /** Fields that were left or changed: only their errors are shown next to them. */
  readonly touched: Store<ReadonlySet<FieldPath>>
  readonly itemIds: ItemIdStore
  readonly seenSteps: SeenSteps
  readonly drafts: DraftMemory
  readonly values: Values
  readonly findings: { readonly get: () => Pick<FindingsState, 'gone'>; readonly keepEntries: () => void }
}

/** Changes of the whole document. */
export interface DocumentEdits {
  /**
   * Opens another document, as one step of undo named `name`. The open one is kept among the recent documents, unless
   * it is pristine. `pristine`: the new one is nobody's work until it is changed.
   */
  readonly replace: (values: FormValues, name: string, options?: { readonly pristine?: Pristine }) => void
  /**
   * Changes the document by a pure function: only the parts that differ are set, as one step of undo. `name` is the
   * field that changed, or what was done in words. Items that `change` leaves alone must be returned as they are.
   * `since`: the change is the rest of the step that led to this state. Both are undone as one, and the rest is dropped if
   * the document has changed again.
   */
  readonly edit: (name: string, change: (values: FormValues) => FormValues, since?: Snapshot) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Notes that the field at `path` has another value in the form. */
  readonly changed: (path: FieldPath) => void
}

/** Creates the functions that change the whole document. */
export function createDocumentEdits(form: UseFormReturn<FormValues>, parts: SessionParts): DocumentEdits {
  const { engine, history, autosave, touched, itemIds, seenSteps, drafts, values } = parts

  /** The touched fields of documents that are not open, by document. */
  const touchedFields = new Map<string, ReadonlySet<FieldPath>>()

  /** Shows a state of the document, or of another one than the document `left`. */
  function show(snapshot: Snapshot, left: string) {
    const before = values.get()
    const now = readSnapshot(snapshot)
    if (!now) return
    parts.findings.keepEntries()
    form.reset(now)
    values.replace(now)
    if (snapshot.ids) itemIds.set(snapshot.ids)
    else itemIds.follow(before, now)
    engine.update(now, snapshot.documentId)
    if (snapshot.documentId !== left) {
      seenSteps.follow()
      touchedFields.set(left, touched.get())
      const known = touchedFields.get(snapshot.documentId)
      const shown = known ?? new Set<FieldPath>()
      touched.set(shown)
      if (!known)
        engine.afterCheck(() => {
          if (touched.get() === shown) touched.set(new Set(engine.get().errorAt.keys()))
        })
    }
    autosave.save(snapshot.text)
  }

  /** A field that had another value counts as changed, whichever field or button did it. */
  function touchChanged(after: FormValues) {
    const { errors } = engine.get()
    if (errors.length === 0) return
    const before: unknown = JSON.parse(history.current().text)
    const changed = errors.filter(({ path }) => {
      const value = valueAt(before, path)
      return value !== undefined && value !== '' && differ(value, valueAt(after, path))
    })
    if (changed.length > 0) touched.set(new Set([...touched.get(), ...changed.map(({ path }) => path)]))
  }

  return {
    replace(opened, name, { pristine } = {}) {
      const left = history.current()
      if (history.pristine.get() === undefined) keepRecent(left.text, Date.now())
      const text = JSON.stringify(opened)
      if (pristine) history.setPristine(text, pristine)
      itemIds.restart(opened)
      drafts.clear()
      const snapshot = { text, documentId: newDocumentId(), ids: itemIds.get() }
      if (pristine) seenSteps.begin(snapshot.documentId)
      history.record(snapshot, name, performance.now())
      show(snapshot, left.documentId)
    },
    edit(name, change, since) {
      if (since && since !== history.current()) return
      const before = values.get()
      const after = withoutAcknowledged(change(before), parts.findings.get().gone)
      itemIds.follow(before, after)
      const paths = changedParts(before, after)
      for (const path of paths) form.setValue(path as Path<FormValues>, valueAt(after, path) as never)
      values.follow(paths, after)
      engine.update(values.get(), history.current().documentId)
      touchChanged(values.get())
      recordChange(values.get(), name, parts, since !== undefined)
    },
    undo() {
      const { documentId } = history.current()
      const snapshot = history.undo()
      if (snapshot) show(snapshot, documentId)
    },
    redo() {
      const { documentId } = history.current()
      const snapshot = history.redo()
      if (snapshot) show(snapshot, documentId)
    },
    changed(path) {
      values.follow([path])
      dropGone(form, parts)
      engine.update(values.get(), history.current().documentId)
      recordChange(values.get(), path, parts)
    },
  }
}

/**
 * The form values of a snapshot: one of this tab is as the form had it, one from storage may have been edited there.
 * Undefined for text that no form can show.
 */
export const readSnapshot = ({ text, ids }: Snapshot): FormValues | undefined =>
  ids ? JSON.parse(text) : savedValues(text)

/**
 * Notes that the form has `values` after a change of `name`: for undo, for autosave, and for the errors to show. `isRest`:
 * the change belongs to the last step.
 */
export function recordChange(
  values: FormValues,
  name: FieldPath,
  {
    touched,
    history,
    autosave,
    itemIds,
    seenSteps,
  }: Omit<SessionParts, 'engine' | 'drafts' | 'values' | 'findings'>,
  isRest = false,
) {
  if (!touched.get().has(name)) touched.set(new Set(touched.get()).add(name))
  const text = JSON.stringify(values)
  const { documentId } = history.current()
  history.record({ text, documentId, ids: itemIds.get() }, name, performance.now(), isRest)
  seenSteps.changed()
  autosave.save(text)
}

/** Drops the acknowledged findings that the document has no more. */
function dropGone(
  form: UseFormReturn<FormValues>,
  { findings, values }: Pick<SessionParts, 'findings' | 'values'>,
) {
  const kept = withoutAcknowledged(values.get(), findings.get().gone)
  if (kept === values.get()) return
  form.setValue('acknowledged', kept.acknowledged)
  values.follow(['acknowledged'])
}

/** The parts that differ: a list item alone where its list has kept its length, since setting a long list is slow. */
function changedParts(before: FormValues, after: FormValues): readonly FieldPath[] {
  return (Object.keys(after) as (keyof FormValues)[]).flatMap(key => {
    const [old, next] = [before[key], after[key]]
    if (!differ(old, next)) return []
    if (!Array.isArray(old) || !Array.isArray(next) || old.length !== next.length) return [key]
    return next.flatMap((item, index) => (differ(old[index], item) ? [`${key}.${index}`] : []))
  })
}

const differ = (one: unknown, other: unknown) =>
  one !== other && JSON.stringify(one) !== JSON.stringify(other)
