import type { Random } from '../random.ts'

const LETTERS = ['a', 'b', 'ab', 'aab', 'ba']
const WORDS = ['billing', 'ledger', 'src', 'api', '_test', '.ts', '.gen.ts', '.', '-', '_', '(auth)', '+', '@', '$', 'Docs', 'docs']
const OUTSIDE_GITIGNORE = ['😀', 'é', '[id]', '!', '#']

/** A path of one to five folders' depth; `wide` adds characters that have a meaning in gitignore files. */
export function anyPath(random: Random, wide: boolean): string {
  const path = Array.from({ length: 1 + random.whole(5) }, () => anyName(random, wide)).join('/')
  return path
}

/** A pattern made from a path by putting stars and question marks in, so that the two often meet. */
export function anyPattern(random: Random, path: string, wide: boolean): string {
  const base = random.chance(0.75) ? path : anyPath(random, wide)
  const characters = [...base]
  const wildcards = random.whole(4)
  for (let made = 0; made < wildcards && characters.length > 0; made += 1) {
    const at = random.whole(characters.length)
    const kind = random.pick(['*', '*', '**', '**', '?'])
    characters.splice(at, kind === '?' ? 1 : random.whole(Math.min(6, characters.length - at) + 1), kind)
  }
  const pattern = characters
    .join('')
    .replace(/\*{3,}/g, '**')
    .replace(/\/{2,}/g, '/')
    .replace(/^\/|\/$/g, '')
  return pattern === '' ? '**' : pattern
}

/** The path as it is, or with a piece taken out or put in. */
export function nearPath(random: Random, path: string, wide: boolean): string {
  const segments = path.split('/')
  const at = random.whole(segments.length)
  switch (random.whole(5)) {
    case 0:
      segments.splice(at, 1)
      break
    case 1:
      segments.splice(at, 0, anyName(random, wide))
      break
    case 2:
      segments[at] = `${segments[at] ?? ''}${anyName(random, wide)}`
      break
    case 3:
      segments.push(anyName(random, wide))
      break
    default:
  }
  return segments.length === 0 ? anyName(random, wide) : segments.join('/')
}

function anyName(random: Random, wide: boolean): string {
  const pieces = wide ? [...LETTERS, ...WORDS, ...OUTSIDE_GITIGNORE] : [...LETTERS, ...WORDS]
  const name = Array.from({ length: 1 + random.whole(4) }, () => random.pick(pieces)).join('')
  return /^\.+$/.test(name) ? 'dots' : name
}
