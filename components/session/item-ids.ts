import { createStore } from '@/components/ui/store'
import type { FormValues } from '@/lib/document/form-values'

/** The lists whose items are shown one at a time, or moved. */
export type ListName = 'resourceServers' | 'clients' | 'endpoints'
const LISTS: readonly ListName[] = ['resourceServers', 'clients', 'endpoints']

/** Stable id of a list item: it survives edits, reordering, and the removal of other items. */
export type ItemId = number
export type ItemIds = Readonly<Record<ListName, readonly ItemId[]>>

let lastId = 0
const newIds = (count: number): readonly ItemId[] => Array.from({ length: count }, () => ++lastId)

const idsFor = (values: FormValues): ItemIds => ({
  resourceServers: newIds(values.resourceServers.length),
  clients: newIds(values.clients.length),
  endpoints: newIds(values.endpoints.length),
})

/** Creates the ids of every list item of the open document, by index. */
export function createItemIds(initial: FormValues) {
  const store = createStore<ItemIds>(idsFor(initial))
  return {
    ...store,
    /** Gives every item a new id: the document is another one. */
    restart: (values: FormValues) => store.set(idsFor(values)),
    /** Keeps the ids of the items that `after` shares with `before`, and of those that were edited in place. */
    follow(before: FormValues, after: FormValues) {
      const ids = store.get()
      const changed = LISTS.filter(list => before[list] !== after[list])
      if (changed.length === 0) return
      const next = changed.map(list => [list, followList(before[list], after[list], ids[list])] as const)
      store.set({ ...ids, ...Object.fromEntries(next) })
    },
  }
}

/**
 * Items are found again by identity: an edit returns the items that it leaves alone. What is left over keeps the ids of
 * its places when the length is the same, since it was edited there.
 */
export function followList(
  before: readonly unknown[],
  after: readonly unknown[],
  ids: readonly ItemId[],
): readonly ItemId[] {
  const known = new Map(before.map((item, index) => [item, ids[index]]))
  const used = new Set<ItemId>()
  const found = after.map(item => {
    const id = known.get(item)
    if (id === undefined || used.has(id)) return undefined
    used.add(id)
    return id
  })
  const left = ids.filter(id => !used.has(id))
  const isInPlace = before.length === after.length
  return found.map(id => id ?? (isInPlace ? left.shift() : undefined) ?? ++lastId)
}

export type ItemIdStore = ReturnType<typeof createItemIds>
