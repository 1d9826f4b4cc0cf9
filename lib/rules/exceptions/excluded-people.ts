import type { ExceptionVersion, PersonThen } from '#lib/model/exception.ts'
import type { ExceptionCase } from '#lib/model/exception-case.ts'
import { isSamePerson } from '#lib/model/person.ts'

/** The sentence why somebody's approval can never count for a request; null when it can. */
export function whyExcluded(
  { versions, authors }: { readonly versions: readonly Pick<ExceptionVersion, 'by'>[]; readonly authors: ExceptionCase['authors'] },
  person: Pick<PersonThen, 'id' | 'email'>,
): string | null {
  const [first, ...edits] = versions.map(({ by }) => by)
  if (first !== undefined && isSamePerson(first, person)) {
    return first.id === person.id
      ? 'You asked for this exception, and nobody approves what they asked for. Somebody else must decide.'
      : `Your account counts as the same person as ${first.name}, who asked for this exception. Somebody else must decide.`
  }
  const editor = edits.find((each) => isSamePerson(each, person))
  if (editor !== undefined)
    return `${named(editor, person)} edited this request, and nobody approves their own words. Somebody else must decide.`
  const author = authors.find((each) => isSamePerson(each, person))
  if (author === undefined) return null
  return `${named(author, person)} recorded what this exception is about, or own the token that did, and nobody excepts their own evidence. Somebody else must decide.`
}

function named(one: PersonThen, person: Pick<PersonThen, 'id'>): string {
  return one.id === person.id ? 'You' : `You count as the same person as ${one.name}: you`
}
