/** Several times what a large spec asks for. */
const ROOM = 5000

/** Longer texts are rare, and what is made of a path with all its prefixes grows with the square of its length. */
const LONGEST = 128

/**
 * A pure function of a text that remembers what it answered, for the next keystroke asks for nearly all of it again.
 * No document fills the memory: it holds nothing of long texts, and forgets everything when it is full.
 */
export function memoize<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return text => {
    if (text.length > LONGEST) return answer(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const made = answer(text)
    if (known.size >= ROOM) known.clear()
    known.set(text, made)
    return made
  }
}
