/*
 * Faults that would let a change pass with fewer gates. Each is planted into a copy of the rules, and the properties
 * must find it: `property` names the one that does. `find` must occur exactly once, so that a fault which no longer fits says so.
 */
export const faults = [
  {
    name: 'an unmapped file forgets one global gate',
    property: 'every global gate there is',
    file: 'lib/rules/routing/routes/unmapped.ts',
    find: '...input.context.globalGateIds)',
    replace: '...input.context.globalGateIds.slice(1))',
  },
  {
    name: 'a file without an owner does not count as unmapped',
    property: 'every global gate there is',
    file: 'lib/rules/routing/classify-file.ts',
    find: 'owning.length === 0 || context.mapFaulty',
    replace: 'context.mapFaulty',
  },
  {
    name: 'a faulty map does not make its paths unmapped',
    property: 'a map that could not be read',
    file: 'lib/rules/routing/classify-file.ts',
    find: 'owning.length === 0 || context.mapFaulty',
    replace: 'owning.length === 0',
  },
  {
    name: 'nobody asks the architects',
    property: 'every global gate there is',
    file: 'lib/rules/routing/request-reviews.ts',
    find: "domain === 'architecture' ? unmapped : []",
    replace: "domain === 'security' ? unmapped : []",
  },
  {
    name: 'a fault is taken for a warning',
    property: 'an error while the list of files was read',
    file: 'lib/rules/routing/routes/fault.ts',
    find: "diagnostic.severity === 'error'",
    replace: "diagnostic.severity === 'fatal'",
  },
  {
    name: 'only the first file of a change is routed',
    property: 'every global gate there is',
    file: 'lib/rules/routing/plan-change.ts',
    find: 'const classified = change.files.map(',
    replace: 'const classified = change.files.slice(0, 1).map(',
  },
  {
    name: 'a second file replaces what the first one brought',
    property: 'a further file',
    file: 'lib/rules/routing/plan-change.ts',
    find: '...classified.flatMap((each) => routeFile(context, each, dataContractChanges)),',
    replace: '...classified.slice(-1).flatMap((each) => routeFile(context, each, dataContractChanges)),',
  },
  {
    name: 'documentation hides the contract it also is',
    property: 'a specification is a contract',
    file: 'lib/rules/routing/classify-file.ts',
    find: '[...specified, ...owning.map(',
    replace: '[...owning.map(',
  },
  {
    name: 'a profile skips what it may skip',
    property: 'a rule of the repository or a release profile',
    file: 'lib/rules/routing/plan-change.ts',
    find: '.filter((gate) => reasons.has(gate.id))',
    replace: '.filter((gate) => reasons.has(gate.id) && !reasons.has("global/hotfix-smoke"))',
  },
  {
    name: 'the least specific row wins',
    property: 'for any rows and any path',
    file: 'lib/rules/ownership/specificity.ts',
    find: 'b.literalPrefix - a.literalPrefix',
    replace: 'a.literalPrefix - b.literalPrefix',
  },
  {
    name: 'a star crosses a folder',
    property: 'agrees with the definition',
    file: 'lib/rules/ownership/tail-matcher.ts',
    find: 'return slash === -1 || slash >= end',
    replace: 'return true',
  },
  {
    name: 'a double star stays within a folder',
    property: 'agrees with the definition',
    file: 'lib/rules/ownership/wildcard-program.ts',
    find: "if (star === '**') setBit(loops, state)",
    replace: '',
  },
  {
    name: 'a required gate is left without its why',
    property: 'required and not required together',
    file: 'lib/rules/routing/plan-change.ts',
    find: 'reasons: [...(reasons.get(id)?.values() ?? [])]',
    replace: 'reasons: []',
  },
  {
    name: 'a gate is neither required nor accounted for',
    property: 'required and not required together',
    file: 'lib/rules/routing/plan-change.ts',
    find: '.filter((gate) => !required.has(gate.id))',
    replace: ".filter((gate) => !required.has(gate.id) && gate.id !== 'global/portal-deploy')",
  },
]
