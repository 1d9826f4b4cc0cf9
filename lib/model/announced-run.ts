import type { Content } from './content.ts'

/** A run that said before it started which gates it would show. What it announced and did not show is a hidden skip. */
export interface AnnouncedRun {
  readonly id: string
  readonly sequence: number
  readonly profile: string
  readonly content: Content
  readonly gates: readonly string[]
  readonly announcedAt: Date
  readonly announcedBy: string
  /** When it counts as closed, whether or not anybody closes it. */
  readonly deadline: Date
  readonly closedAt: Date | null
}
