import type { Place } from '#lib/model/place.ts'
import { declaredPart } from './declared-part.ts'
import type { ItemFacts, ItemPart } from './item-facts.ts'

/** A document that must be named and must be a tracked file. `what` is what it is, such as "the degradation contract". */
export function documentPart(facts: ItemFacts, what: string, path: string | null, place?: Place): ItemPart {
  const said = (code: string, found: string) => ({
    code,
    text: `${what} was expected as a file of the repository, and ${found}.`,
    place,
    todo: `Write ${what}, and name it`,
  })
  if (path === null || path.trim() === '') return declaredPart(facts, 'missing', said('document.unnamed', 'none is named'))
  if (facts.documents === null) {
    const found = `whether ${path} is one is not known: the model was sent without the list of tracked files`
    return declaredPart(facts, 'missing', { ...said('document.unknown', found), todo: 'Send the model again with `lanekeeper sync`' })
  }
  if (!facts.documents.has(path)) return declaredPart(facts, 'missing', said('document.absent', `${path} is not in it`))
  return declaredPart(facts, 'passed', { code: 'document.present', text: `${what} is ${path}.`, place })
}
