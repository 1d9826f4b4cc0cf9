import { CI_SERVICES, type CiRule, type CiService, type ClaimPattern, RULE_CLAIMS, type RuleClaim, STARTED_BY } from '#lib/model/ci-rule.ts'
import { visibleText } from '#lib/model/visible-text.ts'
import { spreadBraces } from './brace-spread.ts'
import { readCiGrants } from './ci-grants.ts'
import type { LocatedFaults } from './located-faults.ts'
import { LONGEST_PATTERN, MOST_ALTERNATIVES } from './pattern-faults.ts'
import { readServiceAddress } from './service-address.ts'
import { readYamlDocument, type YamlEntry, type YamlMapping, type YamlText, type YamlValue } from './yaml-document.ts'
import { readBoolean, readIdentifier, readList, readMapping, readYamlText } from './yaml-readers.ts'

const RULE_KEYS = ['id', 'issuer', 'jwks', 'match', 'grants', 'sync']

/** One of each line must be named, or the rule would speak for jobs that nobody has thought of. */
const REQUIRED: Readonly<Record<CiService, readonly (readonly RuleClaim[])[]>> = {
  'github-actions': [['repository_id'], ['job_workflow_ref', 'workflow_ref'], ['ref'], ['event_name']],
  gitlab: [['project_id'], ['ci_config_ref_uri'], ['ref'], ['ref_protected'], ['pipeline_source']],
}

/** Who may post from which CI jobs (docs/ci.md). A file with any fault or warning is to be refused: half a rule allows too much. */
export function readCiRules(bytes: Uint8Array, faults: LocatedFaults): readonly CiRule[] {
  const entries = readMapping(readYamlDocument(bytes, faults), ['version', 'rules'], 'The file of CI rules', faults)
  const version = readYamlText(entries?.get('version'), faults)
  if (version !== null && version.text !== '1') faults.error('invalid-value', version, 'Only version 1 is known.', 'Write `version: 1`.')
  const items = readList(entries?.get('rules'), faults)
  if (items === null || items.length === 0) {
    if (!faults.hasError()) faults.error('yaml-shape', { line: 1 }, 'The file has no rules.', 'List them under `rules:`.')
    return []
  }
  const rules = items.map((item) => readRule(item, faults))
  const read = rules.filter((rule) => rule !== null)
  for (const [at, rule] of rules.entries()) {
    const earlier = rules.slice(0, at).some((other) => other !== null && other.id === rule?.id)
    if (rule !== null && earlier) {
      faults.error('duplicate-id', items[at] ?? { line: 1 }, `The rule \`${rule.id}\` is there twice.`, 'Give each an id of its own.')
    }
  }
  for (const [at, rule] of rules.entries()) {
    if (read.some((other) => other.issuer === rule?.issuer && other.jwks !== rule.jwks)) {
      faults.error(
        'invalid-value',
        items[at] ?? { line: 1 },
        'Rules of one issuer name different `jwks`.',
        'Name the same in each of them.',
      )
    }
  }
  return read
}

function readRule(item: YamlValue, faults: LocatedFaults): CiRule | null {
  const entries = readMapping(item, RULE_KEYS, 'A rule', faults)
  if (entries === null) return null
  const id = readIdentifier(entries.get('id'), faults)
  const issuer = readServiceAddress(entries.get('issuer'), faults)
  const jwks = readServiceAddress(entries.get('jwks'), faults)
  const match = entries.get('match')?.value ?? null
  const grants = readCiGrants(entries.get('grants'), faults)
  const maySync = readBoolean(entries.get('sync'), faults) ?? false
  for (const key of ['id', 'issuer', 'match', 'grants']) {
    if ((entries.get(key)?.value ?? null) === null) {
      faults.error('yaml-shape', item, `A rule needs \`${key}\`.`, 'Add it, or remove the rule.')
    }
  }
  const matched = match === null ? null : readService(match, faults)
  return id === null || issuer === null || matched === null || grants === null ? null : { id, issuer, jwks, ...matched, ...grants, maySync }
}

function readService(match: YamlValue, faults: LocatedFaults): Pick<CiRule, 'service' | 'match'> | null {
  const service = serviceOf(match)
  if (service === null) {
    faults.error('yaml-shape', match, '`match` names no repository.', 'Name `repository_id` (GitHub) or `project_id` (GitLab).')
    return null
  }
  const patterns = readMatch(match, service, faults)
  return patterns && { service, match: patterns }
}

function serviceOf(match: YamlValue): CiService | null {
  const keys = match.kind === 'mapping' ? match.entries.map(({ key }) => key) : []
  return CI_SERVICES.find((service) => keys.includes(REQUIRED[service][0]?.[0] ?? '')) ?? null
}

function readMatch(match: YamlValue, service: CiService, faults: LocatedFaults): readonly ClaimPattern[] | null {
  const known: readonly RuleClaim[] = RULE_CLAIMS[service]
  const entries = readMapping(match, known, '`match`', faults)
  if (entries === null) return null
  const patterns = known.flatMap((claim) => {
    const pattern = entries.has(claim) ? readPattern(entries.get(claim), claim, faults) : null
    return pattern ?? []
  })
  checkRequired(match as YamlMapping, service, patterns, faults)
  return patterns
}

function readPattern(entry: YamlEntry | undefined, claim: RuleClaim, faults: LocatedFaults): ClaimPattern | null {
  const value = readYamlText(entry, faults)
  if (value === null || value.text === '') {
    faults.error('yaml-shape', entry ?? { line: 1 }, `\`${claim}\` has no value.`, 'Write what the claim must be, or remove the key.')
    return null
  }
  const spread = value.text.length > LONGEST_PATTERN ? null : spreadBraces(value.text, MOST_ALTERNATIVES)
  if (spread === null || spread.kind !== 'spread') {
    faults.error('invalid-value', value, `\`${claim}\` is no pattern that can be read.`, 'Close its braces, or write it shorter.')
    return null
  }
  return whyNotPattern(claim, spread.alternatives, value, faults) ? null : { claim, text: value.text, alternatives: spread.alternatives }
}

function whyNotPattern(claim: RuleClaim, alternatives: readonly string[], value: YamlText, faults: LocatedFaults): boolean {
  const started = Object.values(STARTED_BY).find((each) => each.claim === claim)
  const trusted: readonly string[] = started?.trusted ?? []
  const untrusted = started === undefined ? undefined : alternatives.find((each) => !trusted.includes(each))
  if (untrusted !== undefined) {
    const hint = `Write one or more of ${trusted.join(', ')}, such as \`${trusted[0]}\` or \`{${trusted.slice(0, 2).join(',')}}\`.`
    faults.error('invalid-value', value, `A job started by \`${visibleText(untrusted)}\` never counts.`, hint)
    return true
  }
  if (claim === 'ref_protected' && value.text !== 'true') {
    faults.error('invalid-value', value, 'A job on a branch that is not protected never counts.', 'Write `ref_protected: true`.')
    return true
  }
  // An id is a number: a pattern of it would take in whoever registers the right one.
  if (/_id$/.test(claim) && !alternatives.every((each) => /^\d{1,20}$/.test(each))) {
    faults.error('invalid-value', value, `\`${claim}\` must be a number.`, 'Write the number, not the name: a name can change hands.')
    return true
  }
  if (alternatives.some((each) => /^[*?/]*$/.test(each))) {
    faults.error('invalid-value', value, `\`${claim}\` matches anything.`, 'Write what the claim must be, or remove the key.')
    return true
  }
  return false
}

function checkRequired(match: YamlMapping, service: CiService, patterns: readonly ClaimPattern[], faults: LocatedFaults): void {
  for (const names of REQUIRED[service]) {
    if (patterns.some(({ claim }) => names.includes(claim)) || match.entries.some(({ key }) => names.some((name) => name === key))) continue
    const shown = names.map((name) => `\`${name}\``).join(' or ')
    faults.error('yaml-shape', match, `\`match\` does not name ${shown}.`, 'Name it: without it the rule would speak for other jobs too.')
  }
}
