/** Whole lines of an old text replaced by whole lines of a new one. Line numbers count from 1. */
export interface LineChange {
  readonly oldLine: number
  readonly removed: number
  readonly newLine: number
  readonly inserted: readonly string[]
}

/** Beyond this many differing lines the document was replaced, and where exactly no longer matters. */
const MAX_DIFFERENCES = 400

/**
 * The lines that differ between two texts whose every line ends in `\n`. Linear in what lies between the first and the
 * last difference, so that a keystroke costs little even when it changes a name in many places.
 */
export function lineChanges(before: string, after: string): readonly LineChange[] {
  if (before === after) return []
  const shorter = Math.min(before.length, after.length)
  let start = sameStart(before, after, shorter)
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1
  let tail = sameEnd(before, after, shorter - start)
  // After the first shared line end, all lines are equal.
  const lineEnd = before.indexOf('\n', before.length - tail)
  tail = lineEnd === -1 ? 0 : before.length - lineEnd - 1

  const first = countLines(before, start) + 1
  const old = toLines(before.slice(start, before.length - tail))
  const young = toLines(after.slice(start, after.length - tail))
  return compare(old, young).map(([oldAt, removed, newAt, inserted]) => ({
    oldLine: first + oldAt,
    removed,
    newLine: first + newAt,
    inserted: young.slice(newAt, newAt + inserted),
  }))
}

/** Number of characters compared at once, by the engine's string comparison. */
const STRIDE = 128

function sameStart(a: string, b: string, most: number): number {
  let at = 0
  while (at + STRIDE <= most && a.slice(at, at + STRIDE) === b.slice(at, at + STRIDE)) at += STRIDE
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

function sameEnd(a: string, b: string, most: number): number {
  const same = (from: number, to: number) =>
    a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from)
  let length = 0
  while (length + STRIDE <= most && same(length, length + STRIDE)) length += STRIDE
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++
  return length
}

function countLines(text: string, end: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

const toLines = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))

type Hunk = readonly [oldAt: number, removed: number, newAt: number, inserted: number]

/** E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), without the linear-space refinement. */
function compare(old: readonly string[], young: readonly string[]): readonly Hunk[] {
  const isOneForOne = old.length === 1 && young.length === 1
  if (old.length === 0 || young.length === 0 || isOneForOne) return [[0, old.length, 0, young.length]]
  const most = Math.min(old.length + young.length, MAX_DIFFERENCES)
  const reach = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice())
    for (let k = -d; k <= d; k += 2) {
      const at = most + 1 + k
      const down = k === -d || (k !== d && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0))
      let x = down ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1
      while (x < old.length && x - k < young.length && old[x] === young[x - k]) x++
      reach[at] = x
      if (x >= old.length && x - k >= young.length) return walkBack(trace, most, old.length, young.length)
    }
  }
  return [[0, old.length, 0, young.length]]
}

function walkBack(
  trace: readonly Int32Array[],
  most: number,
  oldEnd: number,
  newEnd: number,
): readonly Hunk[] {
  const hunks: Hunk[] = []
  let x = oldEnd
  let y = newEnd
  for (let d = trace.length - 1; d > 0; d--) {
    const reach = trace[d]!
    const k = x - y
    const at = most + 1 + k
    const down = k === -d || (k !== d && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0))
    const fromX = (down ? reach[at + 1] : reach[at - 1]) ?? 0
    const fromY = fromX - (down ? k + 1 : k - 1)
    const [removed, inserted] = down ? [0, 1] : [1, 0]
    const next = hunks.at(-1)
    // One step before the hunk found last: they are one.
    if (next && next[0] === fromX + removed && next[2] === fromY + inserted)
      hunks[hunks.length - 1] = [fromX, next[1] + removed, fromY, next[3] + inserted]
    else hunks.push([fromX, removed, fromY, inserted])
    x = fromX
    y = fromY
  }
  return hunks.reverse()
}
