import type { GivenFile } from '@/lib/read/read'

type Files = readonly GivenFile[]

interface Step {
  /** The files on the other side of the step. */
  readonly files: Files
  readonly label: string
}

/** Typing in one file within this time is one step. */
const PAUSE_MS = 1000
const MAX_STEPS = 200

/** Creates the undo and redo of the files: a repair is one step, and so is what was typed without a pause. */
export function createFileHistory() {
  let past: readonly Step[] = []
  let future: readonly Step[] = []
  let typing: { readonly path: string; readonly at: number } | undefined

  function move(from: readonly Step[], current: Files) {
    typing = undefined
    const step = from.at(-1)
    return step && { step, rest: from.slice(0, -1), back: { files: current, label: step.label } }
  }

  return {
    /** Notes that `before` were the files until a change. */
    record(before: Files, label: string) {
      past = [...past, { files: before, label }].slice(-MAX_STEPS)
      future = []
      typing = undefined
    },
    /** The same for typing, which goes on with the last step where there was no pause. */
    recordTyping(before: Files, path: string, now: number) {
      const goesOn = typing !== undefined && typing.path === path && now - typing.at < PAUSE_MS
      if (!goesOn) this.record(before, 'Typing')
      typing = { path, at: now }
    },
    undo(current: Files): Files | undefined {
      const moved = move(past, current)
      if (!moved) return undefined
      past = moved.rest
      future = [...future, moved.back]
      return moved.step.files
    },
    redo(current: Files): Files | undefined {
      const moved = move(future, current)
      if (!moved) return undefined
      future = moved.rest
      past = [...past, moved.back]
      return moved.step.files
    },
    labels: () => ({ undo: past.at(-1)?.label, redo: future.at(-1)?.label }),
    clear() {
      past = []
      future = []
      typing = undefined
    },
  }
}
