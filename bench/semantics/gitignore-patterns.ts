import type { Random } from '../random.ts'

/** Makes a gitignore pattern of a contract pattern: whole segments of two stars, a slash before or behind, or none at all. */
export function anyGitignorePattern(random: Random, pattern: string): string {
  const segments = pattern.split('/')
  if (random.chance(0.35)) segments.splice(random.whole(segments.length + 1), 0, '**')
  if (random.chance(0.2)) return segments.at(-1) ?? pattern
  return `${random.chance(0.4) ? '/' : ''}${segments.join('/')}${random.chance(0.15) ? '/' : ''}`
}
