import type { StarterDomain } from './starter-domain.ts'

/** A starter lane: the domain's typical paths and required consumer smokes, with what is left to say as comments. */
export function starterLane(domain: StarterDomain): string {
  const { id, title, group, kind, owner, dependsOn } = domain
  return `# ${group}. What this domain claims, and the gates that a change to it must pass.
# Change: the paths, the owner, and the gates. A gate can be plain text, or a mapping that also says how it is run:
#   - { id: package-tests, title: package tests, run: make test-${id} }
# A gate without a run is still required; it stays open until somebody shows evidence for it.
domain_lane:
  domain_id: ${id}
  title: ${title}
  group: ${group}
  kind: ${kind}
  owner: '${owner}'
  # Domains whose contracts it consumes. Their smokes are asked for when it changes.
  depends_on: [${dependsOn.join(', ')}]
  # Paths that the lane claims. They bring its gates; who owns them is said in the ownership maps.
  source_paths:
${list(pathsOf(domain))}
  # Required for every change of the repository, whichever lane names them.
  global_gates:
${list(['contracts', 'codegen', 'boundary_guard', 'security_baseline'])}
  domain_local_gates:
${list(domain.localGates)}
  # One for every domain that relies on this one; \`consumer\` says which.
  consumer_smokes:
${domain.smokes.map(([smoke, consumer]) => `    - { id: ${slug(smoke)}, title: '${smoke}', consumer: ${consumer} }`).join('\n')}
  # max_age says how long evidence holds: 7d, 30d, 72h.
  service_evidence:
    - release profile evidence
    - { id: degradation-harness, title: degradation harness, max_age: 30d }
    - { id: rollback-posture, title: rollback posture, max_age: 30d }
    - { id: slo, title: 'SLO of ${title}', max_age: 7d }
${kind === 'product' ? "    # Asked for when what a user does, or what runs, changes.\n    - { id: uat, title: 'UAT of the user and runtime flows' }\n" : ''}`
}

function pathsOf(domain: StarterDomain): string[] {
  const { packages, binaries, surfaces, kind, id } = domain
  const specs = kind === 'frontend' ? [] : [`doc/api/${id}.openapi.yaml`, `doc/api/events/${id}.asyncapi.yaml`]
  return [...packages, ...binaries.map((binary) => `cmd/${binary}/**`), ...surfaces.map(([, path]) => path), ...specs]
}

function list(items: readonly string[]): string {
  return items.map((item) => `    - ${item}`).join('\n')
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
