/** A commit, tree or digest by its first seven digits, as people say it. */
export function shortContent(contentId: string): string {
  return contentId.startsWith('sha256:') ? `sha256:${contentId.slice(7, 14)}` : contentId.slice(0, 7)
}
