import type { FamilyHref } from './navigation.ts'

/** The question that the pages of a family answer. */
export const FAMILY_QUESTIONS: Readonly<Record<FamilyHref, string>> = {
  '/board': 'Which domains may go, and what stops the rest?',
  '/domains': 'What must a domain pass, and how does it stand?',
  '/changes': 'Which gates does a change need, and why?',
  '/skips': 'What was left out, was it allowed, and what is still owed?',
  '/exceptions': 'What must I decide, and what may go although it is not satisfied?',
  '/evidence': 'What ran, on which content, with which result?',
  '/releases': 'What is in a candidate, and may it go?',
  '/insights': 'Is it getting better or worse?',
  '/guards': 'Which boundary findings are new, and which are known?',
  '/ownership': 'Who owns a path, and what has no owner?',
  '/audit': 'Who did what, and is the record whole?',
}
