/** What the benchmark uses of packages that bring no types of their own. */
interface RegExpMaker {
  makeRe(glob: string, options: { dot: boolean; noextglob: boolean; nobracket: boolean }): RegExp
}

declare module 'picomatch' {
  const picomatch: RegExpMaker
  export = picomatch
}

declare module 'micromatch' {
  const micromatch: RegExpMaker
  export = micromatch
}
