/**
 * A wildcard pattern as a set of states that advance together, one step a character.
 *
 * Each element (a literal or `?`) is one bit; a star before an element keeps its bit alive. There is no backtracking,
 * so the time is linear in the path whatever the pattern is.
 */
export interface WildcardProgram {
  /** Words of 32 bits; the number of states is at most 32 × `words`. */
  readonly words: number
  /** For each literal code point, the states that accept it. */
  readonly literals: ReadonlyMap<number, Int32Array>
  /** States that accept any character but `/`: the `?` elements. */
  readonly anyInSegment: Int32Array
  /** States kept alive by `**`, on every character. */
  readonly loops: Int32Array
  /** States kept alive by `*` or `**`, on every character but `/`. */
  readonly loopsInSegment: Int32Array
  readonly acceptWord: number
  readonly acceptBit: number
}

const SLASH = 47

/** Compiles a brace-free pattern; `*` is a run without `/`, `**` a run with it, `?` one character but `/`. */
export function compileWildcards(pattern: string): WildcardProgram {
  const elements: (number | '?')[] = []
  const stars = new Map<number, '*' | '**'>()
  for (let at = 0; at < pattern.length; ) {
    const point = pattern.codePointAt(at) ?? 0
    const character = String.fromCodePoint(point)
    at += character.length
    if (character === '*') {
      const doubled = pattern[at] === '*'
      if (doubled) at += 1
      stars.set(elements.length, doubled || stars.get(elements.length) === '**' ? '**' : '*')
    } else {
      elements.push(character === '?' ? '?' : point)
    }
  }
  const words = (elements.length >> 5) + 1
  const program = {
    words,
    literals: new Map<number, Int32Array>(),
    anyInSegment: new Int32Array(words),
    loops: new Int32Array(words),
    loopsInSegment: new Int32Array(words),
    acceptWord: elements.length >> 5,
    acceptBit: 1 << (elements.length & 31),
  }
  for (const [state, element] of elements.entries()) {
    const accepting = element === '?' ? program.anyInSegment : (program.literals.get(element) ?? new Int32Array(words))
    setBit(accepting, state)
    if (element !== '?') program.literals.set(element, accepting)
  }
  for (const [state, star] of stars) {
    setBit(program.loopsInSegment, state)
    if (star === '**') setBit(program.loops, state)
  }
  return program
}

/** True when the program accepts the whole of `path` from `from` on. */
export function runWildcards(program: WildcardProgram, path: string, from: number): boolean {
  return program.words === 1 ? runOneWord(program, path, from) : runManyWords(program, path, from)
}

function runOneWord(program: WildcardProgram, path: string, from: number): boolean {
  const any = program.anyInSegment[0] ?? 0
  const loops = program.loops[0] ?? 0
  const loopsInSegment = program.loopsInSegment[0] ?? 0
  let states = 1
  for (let at = from; at < path.length && states !== 0; at += 1) {
    const point = path.codePointAt(at) ?? 0
    if (point > 0xffff) at += 1
    const literal = program.literals.get(point)?.[0] ?? 0
    states = point === SLASH ? ((states & literal) << 1) | (states & loops) : ((states & (literal | any)) << 1) | (states & loopsInSegment)
  }
  return (states & program.acceptBit) !== 0
}

function runManyWords(program: WildcardProgram, path: string, from: number): boolean {
  const { words, anyInSegment, loops, loopsInSegment } = program
  const states = new Int32Array(words)
  states[0] = 1
  let alive = true
  for (let at = from; at < path.length && alive; at += 1) {
    const point = path.codePointAt(at) ?? 0
    if (point > 0xffff) at += 1
    const literal = program.literals.get(point)
    const inSegment = point !== SLASH
    const kept = inSegment ? loopsInSegment : loops
    let carry = 0
    let some = 0
    for (let word = 0; word < words; word += 1) {
      const state = states[word] ?? 0
      const accepting = (literal?.[word] ?? 0) | (inSegment ? (anyInSegment[word] ?? 0) : 0)
      const moved = state & accepting
      const next = (moved << 1) | carry | (state & (kept[word] ?? 0))
      carry = moved >>> 31
      states[word] = next
      some |= next
    }
    alive = some !== 0
  }
  return ((states[program.acceptWord] ?? 0) & program.acceptBit) !== 0
}

function setBit(bits: Int32Array, index: number): void {
  bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31))
}
