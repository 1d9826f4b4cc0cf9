import type { EligibilityItemId } from '#lib/model/eligibility.ts'

/** How to come to a pass of one of the eight items; the same words as `docs/items`, which a test holds. */
export interface ItemGuide {
  readonly why: string
  readonly proof: string
  readonly fix: string
  /** What stands in the packet of the domain, as an example to begin with. */
  readonly packet: (domain: string) => string
}

/** The eight, each with why it is asked, what counts as proof, and how to satisfy it. */
export const ITEM_GUIDES: Readonly<Record<EligibilityItemId, ItemGuide>> = {
  'extraction-decision': {
    why: 'To promote a domain alone is a decision about the platform, with a cost for everybody who runs it. It is taken by people, once, and written down; a green pipeline does not take it.',
    proof: "The domain's packet in the extraction packets, with decision.recommendation. No evidence is looked at.",
    fix: 'Decide, and write the recommendation:',
    packet: (domain) => `decision: { recommendation: split_worker, decided_on: YYYY-MM-DD, document: doc/decisions/${domain}.md }`,
  },
  'service-auth': {
    why: 'What was a function call becomes a call over the network. Who may make it, and how it proves who it is, must be settled before the two are released apart.',
    proof:
      'For each entry of cross_process_callers an entry of service_auth with that caller, with the status approved and a document that is a tracked file. One such entry for each caller is enough. No evidence is looked at.',
    fix: 'List who calls, have each access approved, and write it down:',
    packet: () =>
      'cross_process_callers: [CALLER]\nservice_auth:\n  - { caller: CALLER, mechanism: service-account-token, status: approved, document: doc/auth/CALLER.md }',
  },
  'degradation-harness': {
    why: 'A domain that is released alone can be away alone. The contract says what its consumers then get; the harness shows that it is true.',
    proof:
      "degradation.contract is a tracked file, and the gate that degradation.gate names passed on this very content, as it is defined today, within 30 days or what the gate's max_age says.",
    fix: "Write the contract, let a gate of the lane's service evidence test it, and run it on what is to be promoted:",
    packet: (domain) => `degradation: { contract: doc/${domain}-degradation.md, gate: ${domain}/evidence/degradation-harness }`,
  },
  'rollback-tested': {
    why: 'A way back that nobody has walked is a hope. A drill with another command than the one in the runbook shows that the other one works.',
    proof:
      "rollback.command is written, rollback.document is a tracked file, and the gate that rollback.gate names passed on this very content within 30 days (or its max_age), with evidence whose command is the packet's command. Space around it makes no difference, anything else does.",
    fix: 'Write down the command and the runbook, and drill with that command:',
    packet: (domain) =>
      `rollback: { command: COMMAND, document: doc/runbooks/${domain}-rollback.md, gate: ${domain}/evidence/rollback-drill }`,
  },
  'profile-gates': {
    why: 'A profile that only advises lets everything through, and a fast one leaves gates out. A domain that goes alone has nobody beside it whose gates would catch what its own did not look at.',
    proof:
      "The packet's release_profile is declared with kind: full and mode: enforcing. Every gate of the domain's lane, in all four layers and the global ones it lists among them, passed on this very content. A skip does not count here, however well it is proven.",
    fix: 'Name the profile, and run what is open; the item names each gate with its command.',
    packet: () => 'release_profile: PROFILE',
  },
  'consumer-smokes': {
    why: "The domain's own tests show that it does what it promises. Only a smoke of the consumer shows that the promise is what the consumer needs.",
    proof:
      "For each entry of supported_consumers at least one gate under the lane's consumer_smokes with that consumer, and a pass of each of them on this very content. A smoke that does not say whose it is counts for nobody.",
    fix: 'List the consumers in the packet, give each a smoke in the lane, and run them:',
    packet: () => 'supported_consumers: [CONSUMER]',
  },
  'status-slo': {
    why: 'What is released alone breaks alone. Whoever looks at the status page must find it there, and its service level must be measured, not remembered.',
    proof:
      "statusops.component is named, and the gate that statusops.gate names passed on this very content within 7 days or what the gate's max_age says.",
    fix: 'Add the row to Status/Ops, name it, and record the report:',
    packet: (domain) => `statusops: { component: COMPONENT, gate: ${domain}/evidence/slo }`,
  },
  'boundary-guards': {
    why: 'A domain can only be taken out along a boundary that holds. What crosses it from before is known and shrinks; what crosses it anew would grow while nobody looks.',
    proof:
      'boundary_guard.mode is blocking_new or blocking, and the gate that boundary_guard.gate names passed on this very content, with findings of which none is new and none past its allowance. A pass without findings reports none.',
    fix: 'Raise the mode, mend what is new or have it allowed until a day, and let the guard report:',
    packet: () => 'boundary_guard: { mode: blocking_new, gate: global/boundary_guard }',
  },
}
