/** Marks for a terminal. Each says something that the words say too: output without colour loses nothing. */
export interface Style {
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
  readonly alarm: (text: string) => string
  readonly caution: (text: string) => string
}

const CODES = { strong: [1, 22], quiet: [2, 22], alarm: [31, 39], caution: [33, 39] } as const

/** Colours only where a person looks: never with `NO_COLOR`, always with `FORCE_COLOR`, otherwise on a terminal that is not a dumb one. */
export function chooseStyle(env: Readonly<Record<string, string | undefined>>, isPerson: boolean): Style {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== ''
  const refused = (env.NO_COLOR ?? '') !== '' || env.FORCE_COLOR === '0'
  const coloured = !refused && (forced || (isPerson && env.TERM !== 'dumb'))
  const mark = (name: keyof typeof CODES) => (text: string) =>
    coloured ? `\u001b[${CODES[name][0]}m${text}\u001b[${CODES[name][1]}m` : text
  return { strong: mark('strong'), quiet: mark('quiet'), alarm: mark('alarm'), caution: mark('caution') }
}

/** No marks at all. */
export const PLAIN_STYLE: Style = chooseStyle({ NO_COLOR: '1' }, false)
