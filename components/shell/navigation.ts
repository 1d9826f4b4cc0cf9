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
  {
    href: '/skips',
    label: 'Skips & debt',
    icon: SkipForward,
    key: 's',
    question: 'What was left out, was it allowed, and what is still owed?',
  },
  {
    href: '/exceptions',
    label: 'Exceptions',
    icon: ShieldCheck,
    key: 'x',
    question: 'What must I decide, and what may go although it is not satisfied?',
  },
  { href: '/evidence', label: 'Evidence', icon: FileCheck, key: 'e', question: 'What ran, on which content, with which result?' },
  { href: '/releases', label: 'Releases', icon: PackageCheck, key: 'r', question: 'What is in a candidate, and may it go?' },
  { href: '/insights', label: 'Insights', icon: ChartLine, key: 'i', question: 'Is it getting better or worse?' },
  { href: '/guards', label: 'Guards', icon: ShieldAlert, key: 'u', question: 'Which boundary findings are new, and which are known?' },
  { href: '/ownership', label: 'Ownership', icon: Waypoints, key: 'o', question: 'Who owns a path, and what has no owner?' },
  { href: '/audit', label: 'Audit', icon: ScrollText, key: 'a', question: 'Who did what, and is the record whole?' },
]
