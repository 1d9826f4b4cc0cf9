/**
 * A wildcard pattern as a set of states that advance together, one step a character.
 *
 * Each element (a literal or `?`) is one bit; a star before an element keeps its bit alive. There is no backtracking,
 * so the time is linear in the path whatever the pattern is.
 */
export interface WildcardProgram {
  /** Words of 32 bits; the number of states is at most 32 × `words`. */
  readonly words: number
  /** For each code point that is one of the literals, the states that accept it. */
  readonly accepting: ReadonlyMap<number, Int32Array>
  /** States that accept every other character but `/`: the `?` elements. */
  readonly acceptingOther: Int32Array
  /** The first word of what accepts each of the 128 most usual code points. */
  readonly acceptingUsual: Int32Array
  /** States kept alive by `**`, on every character. */
  readonly loops: Int32Array
  /** States kept alive by `*` or `**`, on every character but `/`. */
  readonly loopsInSegment: Int32Array
  readonly acceptWord: number
  readonly acceptBit: number
}

const SLASH = 47
const USUAL = 128

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
  const acceptingOther = new Int32Array(words)
  const accepting = new Map([[SLASH, new Int32Array(words)]])
  for (const [state, element] of elements.entries()) if (element === '?') setBit(acceptingOther, state)
  for (const [state, element] of elements.entries()) {
    if (element === '?') continue
    const states = accepting.get(element) ?? acceptingOther.slice()
    setBit(states, state)
    accepting.set(element, states)
  }
  const loops = new Int32Array(words)
  const loopsInSegment = new Int32Array(words)
  for (const [state, star] of stars) {
    setBit(loopsInSegment, state)
    if (star === '**') setBit(loops, state)
  }
  return {
    words,
    accepting,
    acceptingOther,
    acceptingUsual: Int32Array.from({ length: USUAL }, (_, point) => (accepting.get(point) ?? acceptingOther)[0] ?? 0),
    loops,
    loopsInSegment,
    acceptWord: elements.length >> 5,
    acceptBit: 1 << (elements.length & 31),
  }
}

/** True when the program accepts the whole of `path` from `from` on. */
export function runWildcards(program: WildcardProgram, path: string, from: number): boolean {
  return program.words === 1 ? runOneWord(program, path, from) : runManyWords(program, path, from)
}

function runOneWord(program: WildcardProgram, path: string, from: number): boolean {
  const { accepting, acceptingUsual } = program
  const other = program.acceptingOther[0] ?? 0
  const loops = program.loops[0] ?? 0
  const loopsInSegment = program.loopsInSegment[0] ?? 0
  let states = 1
  for (let at = from; at < path.length && states !== 0; at += 1) {
    const point = path.codePointAt(at) ?? 0
    if (point > 0xffff) at += 1
    const accepted = point < USUAL ? (acceptingUsual[point] ?? 0) : (accepting.get(point)?.[0] ?? other)
    states = ((states & accepted) << 1) | (states & (point === SLASH ? loops : loopsInSegment))
  }
  return (states & program.acceptBit) !== 0
}

function runManyWords(program: WildcardProgram, path: string, from: number): boolean {
  const { words, accepting, acceptingOther, loops, loopsInSegment } = program
  const states = new Int32Array(words)
  states[0] = 1
  // No state above this word has been reached yet.
  let top = 0
  let alive = true
  for (let at = from; at < path.length && alive; at += 1) {
    const point = path.codePointAt(at) ?? 0
    if (point > 0xffff) at += 1
    const accepted = accepting.get(point) ?? acceptingOther
    const kept = point === SLASH ? loops : loopsInSegment
    let carry = 0
    let some = 0
    for (let word = 0; word <= top; word += 1) {
      const state = states[word] ?? 0
      const moved = state & (accepted[word] ?? 0)
      const next = (moved << 1) | carry | (state & (kept[word] ?? 0))
      carry = moved >>> 31
      states[word] = next
      some |= next
    }
    if (carry !== 0 && top < words - 1) {
      top += 1
      states[top] = carry
    }
    alive = some !== 0 || carry !== 0
  }
  return ((states[program.acceptWord] ?? 0) & program.acceptBit) !== 0
}

function setBit(bits: Int32Array, index: number): void {
  bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31))
}
