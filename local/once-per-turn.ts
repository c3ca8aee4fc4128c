/**
 * Remembers what `work` gives for a key until this turn of the event loop ends: requests that are read in one turn have
 * arrived at the same time, so one look at a file serves them all.
 */
export function oncePerTurn<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  let known = new Map<Key, { readonly value: Value }>()
  return key => {
    const there = known.get(key)
    if (there) return there.value
    if (known.size === 0)
      setImmediate(() => {
        known = new Map()
      })
    const value = work(key)
    known.set(key, { value })
    return value
  }
}
