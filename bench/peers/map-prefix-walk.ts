import type { ReadRules } from './router.ts'

/** The floor: folders and files in a Map, a path looked up from itself upwards. It knows no wildcards, so it misses their files. */
export const readRules: ReadRules = (rules) => () => {
  const byFolder = new Map(rules.flatMap(({ contract }, at) => (/[*?{]/.test(contract) ? [] : [[contract, at] as const])))
  const route = (path: string): number => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const rule = byFolder.get(path.slice(0, end))
      if (rule !== undefined) return rule
    }
    return -1
  }
  return { route, owners: (path) => [route(path)].filter((at) => at >= 0) }
}
