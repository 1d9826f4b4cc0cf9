/** A diff, without hunks, that changes each of the paths. */
export function sampleDiff(paths: readonly string[]): string {
  return paths.map((path) => `diff --git a/${path} b/${path}\nindex 3f2a9c1..8d41e07 100644\n--- a/${path}\n+++ b/${path}\n`).join('')
}
