const LAYERS = [
  ['domain_local_gates', 10],
  ['consumer_smokes', 8],
  ['service_evidence', 8],
] as const

/** The sources of a repository with so many domains of 30 gates each: four global ones, ten local, eight smokes, eight of evidence. */
export function manyLanes(domains: number): { readonly repository: string; readonly sources: readonly { path: string; text: string }[] } {
  const ids = Array.from({ length: domains }, (_, at) => domainId(at))
  const rows = ids.map((id) => `| \`packages/${id}/**\` | ${id} |`).join('\n')
  return {
    repository: 'bench',
    sources: [
      {
        path: 'lanekeeper.yaml',
        text: 'version: 1\nrepository: bench\nownership_maps: maps\ndomain_lanes: lanes\nrelease_profiles: profiles.yaml\n',
      },
      { path: 'maps/package-ownership.md', text: `| Path | Domain |\n| --- | --- |\n${rows}\n` },
      { path: 'profiles.yaml', text: 'profiles:\n  full: { kind: full, mode: enforcing }\n' },
      ...ids.map((id) => ({ path: `lanes/${id}.yaml`, text: laneText(id) })),
    ],
  }
}

export function domainId(at: number): string {
  return `domain-${String(at).padStart(3, '0')}`
}

function laneText(id: string): string {
  const layers = LAYERS.map(([key, count]) => {
    const gates = Array.from(
      { length: count },
      (_, at) => `    - { id: ${key.replaceAll('_', '-')}-${at}, title: gate ${at}, run: make ${id} GATE=${at} }`,
    )
    return `  ${key}:\n${gates.join('\n')}`
  })
  return [
    `domain_lane:\n  domain_id: ${id}\n  source_paths:\n    - packages/${id}/**`,
    '  global_gates: [contracts, codegen, boundary_guard, security_baseline]',
    ...layers,
    '',
  ].join('\n')
}
