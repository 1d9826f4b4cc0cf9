import {
  Boxes,
  ChartLine,
  FileCheck,
  GitPullRequestArrow,
  LayoutGrid,
  type LucideIcon,
  PackageCheck,
  ScrollText,
  ShieldAlert,
  ShieldCheck,
  SkipForward,
  Waypoints,
} from 'lucide-react'

/** The address of a page family. */
export type FamilyHref =
  | '/board'
  | '/domains'
  | '/changes'
  | '/skips'
  | '/exceptions'
  | '/evidence'
  | '/releases'
  | '/insights'
  | '/guards'
  | '/ownership'
  | '/audit'

/** A page family of the rail. */
export interface NavigationEntry {
  readonly href: FamilyHref
  readonly label: string
  readonly icon: LucideIcon
  /** The letter that follows `g`. */
  readonly key: string
}

/** The page families, in the order of the rail; one line each. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { href: '/board', label: 'Board', icon: LayoutGrid, key: 'b' },
  { href: '/domains', label: 'Domains', icon: Boxes, key: 'd' },
  { href: '/changes', label: 'Changes', icon: GitPullRequestArrow, key: 'c' },
  { href: '/skips', label: 'Skips & debt', icon: SkipForward, key: 's' },
  { href: '/exceptions', label: 'Exceptions', icon: ShieldCheck, key: 'x' },
  { href: '/evidence', label: 'Evidence', icon: FileCheck, key: 'e' },
  { href: '/releases', label: 'Releases', icon: PackageCheck, key: 'r' },
  { href: '/insights', label: 'Insights', icon: ChartLine, key: 'i' },
  { href: '/guards', label: 'Guards', icon: ShieldAlert, key: 'u' },
  { href: '/ownership', label: 'Ownership', icon: Waypoints, key: 'o' },
  { href: '/audit', label: 'Audit', icon: ScrollText, key: 'a' },
]
