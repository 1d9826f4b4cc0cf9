/**
 * Asks one question for all who wait for its answer. Whoever comes while it is under way is not given that answer, which may be from before
 * they came: they share the next.
 */
export function askTogether<Key, Answer>(question: (key: Key) => Promise<Answer>): (key: Key) => Promise<Answer> {
  const asking = new Map<Key, Asking<Answer>>()
  const begin = (key: Key): Promise<Answer> => {
    const asked: Asking<Answer> = { now: question(key), next: null }
    asking.set(key, asked)
    const end = () => {
      if (asked.next === null) asking.delete(key)
    }
    asked.now.then(end, end)
    return asked.now
  }
  return (key) => {
    const asked = asking.get(key)
    if (asked === undefined) return begin(key)
    const again = () => begin(key)
    asked.next ??= asked.now.then(again, again)
    return asked.next
  }
}

interface Asking<Answer> {
  readonly now: Promise<Answer>
  /** Of those who came meanwhile. */
  next: Promise<Answer> | null
}
