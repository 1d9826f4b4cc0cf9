import { isRefusal, type Refusal } from '#lib/model/refusal.ts'

const written = new WeakMap<object, Buffer<ArrayBuffer>>()

/**
 * Answers a large document that several callers are given as one and the same object: it is made into text once for all of them. What is
 * handed in must not change afterwards. It is not compressed: the framework takes the word that it is from what an endpoint answers.
 */
export function answerLarge<Found extends object>(found: Found | Refusal): Response | Refusal {
  if (isRefusal(found)) return found
  const text = written.get(found) ?? Buffer.from(textOf(found))
  written.set(found, text)
  return new Response(text, { headers: { 'content-type': 'application/json' } })
}

const lists = new WeakMap<readonly unknown[], string>()

/** As `JSON.stringify`. A list in it that was written before, as one and the same object, is not written again. */
function textOf(found: object): string {
  const members = Object.entries(found).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? listText(value) : JSON.stringify(value)
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`]
  })
  return `{${members.join(',')}}`
}

function listText(list: readonly unknown[]): string {
  const text = lists.get(list) ?? JSON.stringify(list)
  lists.set(list, text)
  return text
}
