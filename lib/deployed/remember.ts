/** Memoizes answers by the identity of their arguments, which are created once too. */
export function remember<Key extends object, Answer>(compute: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new WeakMap<Key, Answer>()
  return key => {
    if (!answers.has(key)) answers.set(key, compute(key))
    return answers.get(key) as Answer
  }
}
