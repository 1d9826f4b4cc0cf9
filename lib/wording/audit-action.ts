import type { AuditAction } from '#lib/model/audit.ts'
import type { Wording } from './wording.ts'

/** What is written to the audit chain. */
export const AUDIT_ACTION_WORDING: Readonly<Record<AuditAction, Wording>> = {
  'token.created': {
    label: 'Token made',
    meaning: 'A token was made that may post for some gates, for a while.',
    next: 'It ends on its day, 90 days on at the latest.',
  },
  'model.stored': {
    label: 'Model stored',
    meaning: 'The operating model of a repository was sent and is the current one from here on.',
    next: 'Plan open changes again where its gates differ.',
  },
  'plan.made': {
    label: 'Plan made',
    meaning: 'A change was routed to the gates it must pass, and the plan was kept.',
    next: 'Run its gates and record what they show.',
  },
  'run.announced': {
    label: 'Run announced',
    meaning: 'A pipeline said before it started which gates it would show.',
    next: 'What it does not show until it is over is a hidden skip.',
  },
  'evidence.recorded': {
    label: 'Evidence recorded',
    meaning: 'A producer reported what gates have shown; the entry binds it to the letter.',
    next: 'It is never changed; a pass can be revoked, a failure can be answered.',
  },
  'evidence.revoked': {
    label: 'Evidence revoked',
    meaning: 'A pass was taken back and counts for nothing from here on.',
    next: 'Run the gate again on the same content.',
  },
  'skip.declared': {
    label: 'Skip declared',
    meaning: 'Somebody said that a gate was left out, with a reason and a proof.',
    next: 'It is judged again at every look, and owed for while it is refused.',
  },
  'run.closed': {
    label: 'Run closed',
    meaning: 'A run said that it is over.',
    next: 'What it announced and did not show is a hidden skip.',
  },
  'run.lapsed': {
    label: 'Run lapsed',
    meaning: 'The deadline of a run has passed without anybody closing it, so the server did.',
    next: 'What it announced and did not show is a hidden skip.',
  },
  'promotion.recorded': {
    label: 'Promotion recorded',
    meaning: 'A domain was promoted independently; it was eligible at that moment.',
    next: 'The eight items are kept with it as they were judged.',
  },
  'person.created': {
    label: 'Account made',
    meaning: 'Somebody may sign in from here on.',
    next: 'They can read; give them the roles they need for more.',
  },
  'role.granted': {
    label: 'Role given',
    meaning: 'A person was given a role, for one domain or for all.',
    next: 'For 24 hours they cannot approve by it, unless the settings of the server say it.',
  },
  'role.revoked': {
    label: 'Role taken back',
    meaning: 'A person no longer has a role; it counted at once.',
    next: 'What they decided before stays as it was.',
  },
  'session.started': {
    label: 'Signed in',
    meaning: 'A person signed in.',
    next: 'The session ends after an hour without a request, after 12 hours, or when they sign out.',
  },
}
