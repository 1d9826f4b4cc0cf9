import { Boxes, GitPullRequestArrow, LayoutGrid, type LucideIcon, Waypoints } from 'lucide-react'

/** A page family of the rail. */
export interface NavigationEntry {
  readonly href: string
  readonly label: string
  readonly icon: LucideIcon
  /** The letter that follows `g`. */
  readonly key: string
  /** The question its pages answer. */
  readonly question: string
}

/** The page families, in the order of the rail; one line each. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { href: '/board', label: 'Board', icon: LayoutGrid, key: 'b', question: 'Which domains may go, and what stops the rest?' },
  { href: '/domains', label: 'Domains', icon: Boxes, key: 'd', question: 'What must a domain pass, and how does it stand?' },
  { href: '/changes', label: 'Changes', icon: GitPullRequestArrow, key: 'c', question: 'Which gates does a change need, and why?' },
  { href: '/ownership', label: 'Ownership', icon: Waypoints, key: 'o', question: 'Who owns a path, and what has no owner?' },
]
