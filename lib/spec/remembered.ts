/** More than two documents of the largest size hold of anything. */
const ROOM = 5000

/**
 * A pure function of a text that remembers what it answered, for the next keystroke asks for nearly all of it again.
 * It forgets everything when it holds {@link ROOM} answers, so that no document fills the memory.
 */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = answer(text)
    if (known.size >= ROOM) known.clear()
    known.set(text, made)
    return made
  }
}
