import { NAVIGATION } from './navigation.ts'

export interface KeyHelp {
  readonly keys: readonly string[]
  readonly does: string
}

export interface KeyGroup {
  readonly title: string
  readonly keys: readonly KeyHelp[]
}

/** What each key does; the help dialog shows this and nothing else. */
export const KEYBOARD_MAP: readonly KeyGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      { keys: ['Ctrl', 'K'], does: 'Search pages, domains, gates and candidates' },
      { keys: ['?'], does: 'Show this help' },
      { keys: ['/'], does: 'Go to the search field of the page' },
      ...NAVIGATION.map((entry) => ({ keys: ['g', entry.key], does: `Go to ${entry.label}` })),
      { keys: ['g', 'n'], does: 'Plan a change' },
      { keys: ['Esc'], does: 'Close what is open' },
    ],
  },
  {
    title: 'The board',
    keys: [
      { keys: ['↑', '↓', '←', '→'], does: 'Next cell, also h j k l' },
      { keys: ['Home'], does: 'First cell of the row, with Ctrl of the board' },
      { keys: ['End'], does: 'Last cell of the row, with Ctrl of the board' },
      { keys: ['Enter'], does: 'Show why the cell is what it is' },
      { keys: ['c'], does: 'Compare with the candidate before' },
      { keys: ['['], does: 'Show the previous cell' },
      { keys: [']'], does: 'Show the next cell' },
      { keys: ['y'], does: 'Copy the link to the open cell' },
    ],
  },
  {
    title: 'Skips & debt',
    keys: [
      { keys: ['j'], does: 'Next line of the register, also arrow down' },
      { keys: ['k'], does: 'Previous line, also arrow up' },
      { keys: ['Enter'], does: 'Show its five proofs and what closes it' },
      { keys: ['['], does: 'Show the previous line' },
      { keys: [']'], does: 'Show the next line' },
      { keys: ['y'], does: 'Copy the link to the open line' },
    ],
  },
  {
    title: 'Evidence and audit',
    keys: [
      { keys: ['j'], does: 'Next row of the list' },
      { keys: ['k'], does: 'Previous row' },
      { keys: ['Enter'], does: 'Open it' },
    ],
  },
  {
    title: 'A change',
    keys: [
      { keys: ['Ctrl', 'Enter'], does: 'Plan what was pasted' },
      { keys: ['j'], does: 'Next gate in the list, also arrow down' },
      { keys: ['k'], does: 'Previous gate in the list, also arrow up' },
      { keys: ['Enter'], does: 'Show why the gate is required' },
      { keys: ['['], does: 'Show the previous gate' },
      { keys: [']'], does: 'Show the next gate' },
      { keys: ['y'], does: 'Copy the link to what is open' },
    ],
  },
  {
    title: 'A domain and its points',
    keys: [
      { keys: ['1'], does: 'Lane; 2 to 6 the other tabs' },
      { keys: ['['], does: 'Previous point' },
      { keys: [']'], does: 'Next point' },
    ],
  },
  {
    title: 'A release',
    keys: [{ keys: ['p'], does: 'Open the record; there, print it' }],
  },
]
