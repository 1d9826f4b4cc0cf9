import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCiRules } from './ci-rules.ts'
import { collectFaults } from './located-faults.ts'

const GITHUB = `    issuer: https://token.actions.githubusercontent.com
    match:
      repository_id: 1296269
      job_workflow_ref: acme/gates/.github/workflows/gate.yml@refs/tags/v3
      ref: refs/heads/main
      event_name: push
    grants: [{ domain: platform-billing, gates: [platform-billing/local/unit] }]
`
const GITLAB = `    issuer: https://gitlab.example.com
    jwks: https://gitlab.example.com/oauth/discovery/keys
    match:
      project_id: 42
      ci_config_ref_uri: gitlab.example.com/acme/platform//.gitlab-ci.yml@refs/heads/*
      ref: main
      ref_protected: true
      pipeline_source: '{push,schedule}'
    grants: [{ domain: global, gates: [global/codegen, global/contracts] }]
    sync: true
`

function read(text: string) {
  const faults = collectFaults('ci-rules.yaml')
  const rules = readCiRules(new TextEncoder().encode(text), faults)
  return { rules, faults: faults.diagnostics().map(({ line, message }) => `${line}: ${message}`) }
}

/** One rule with a part of it written otherwise. */
const changed = (rule: string, from: string | RegExp, to: string) => read(`rules:\n  - id: one\n${rule.replace(from, to)}`).faults

describe('a file of CI rules', () => {
  it('says which jobs of which issuer may post for which gates', () => {
    const { rules, faults } = read(`version: 1\nrules:\n  - id: hub\n${GITHUB}  - id: lab\n${GITLAB}`)
    expect(faults).toEqual([])
    expect(rules).toMatchObject([
      {
        id: 'hub',
        service: 'github-actions',
        jwks: null,
        gates: ['platform-billing/local/unit'],
        domains: ['platform-billing'],
        maySync: false,
      },
      { id: 'lab', service: 'gitlab', gates: ['global/codegen', 'global/contracts'], domains: ['global'], maySync: true },
    ])
    expect(rules[1]?.match.find(({ claim }) => claim === 'pipeline_source')?.alternatives).toEqual(['push', 'schedule'])
  })

  it('may be JSON', () => {
    const match = { repository_id: '1', workflow_ref: 'a/b/w.yml@refs/heads/main', ref: 'refs/heads/main', event_name: 'push' }
    const grants = [{ domain: 'a', gates: ['a/local/unit'] }]
    expect(read(JSON.stringify({ rules: [{ id: 'one', issuer: 'https://id.example', match, grants }] }))).toMatchObject({
      rules: [{ id: 'one' }],
      faults: [],
    })
  })
})

describe('docs/ci.md', () => {
  it('shows a file of rules that is read without a fault', () => {
    const [, example = ''] = /```yaml\n(# ci-rules\.yaml\n.*?)```/s.exec(readFileSync('docs/ci.md', 'utf8')) ?? []
    expect(read(example)).toMatchObject({ rules: [{ id: 'billing-gates' }, { id: 'storage-gates' }], faults: [] })
  })
})

describe('a rule that would speak for more than was meant is refused, with its place', () => {
  it.each<[string, string, string | RegExp, string, string]>([
    ['no repository', GITHUB, /.*repository_id.*\n/, '', '`match` names no repository.'],
    ['no workflow', GITHUB, /.*job_workflow_ref.*\n/, '', '`match` does not name `job_workflow_ref` or `workflow_ref`.'],
    ['no ref', GITHUB, /.* ref:.*\n/, '', '`match` does not name `ref`.'],
    ['no event', GITHUB, /.*event_name.*\n/, '', '`match` does not name `event_name`.'],
    ['pull requests', GITHUB, 'event_name: push', 'event_name: pull_request', 'A job started by `pull_request` never counts.'],
    [
      'pull requests among others',
      GITHUB,
      'event_name: push',
      "event_name: '{push,pull_request}'",
      'A job started by `pull_request` never counts.',
    ],
    ['any event', GITHUB, 'event_name: push', "event_name: '*'", 'A job started by `*` never counts.'],
    ['merge requests', GITLAB, "'{push,schedule}'", 'merge_request_event', 'A job started by `merge_request_event` never counts.'],
    [
      'branches that are not protected',
      GITLAB,
      'ref_protected: true',
      "ref_protected: 'false'",
      'A job on a branch that is not protected never counts.',
    ],
    ['whether it is protected not said', GITLAB, /.*ref_protected.*\n/, '', '`match` does not name `ref_protected`.'],
    ['a pattern of repositories', GITHUB, '1296269', "'129*'", '`repository_id` must be a number.'],
    ['any workflow', GITHUB, /job_workflow_ref: .*/, "job_workflow_ref: '**'", '`job_workflow_ref` matches anything.'],
    [
      'any ref, one of several',
      GITHUB,
      'ref: refs/heads/main',
      "ref: 'refs/heads/{main}'\n      environment: '{a,**}'",
      '`environment` matches anything.',
    ],
    ['the subject', GITHUB, 'event_name', 'sub: x\n      event_name', '`match` has no key `sub`'],
    ['a claim of the other service', GITHUB, 'event_name', 'project_path: x\n      event_name', '`match` has no key `project_path`'],
    ['no grants', GITHUB, /grants:.*/, 'grants: []', '`grants` is empty: the rule would allow nothing.'],
    ['no gates', GITHUB, 'gates: [platform-billing/local/unit]', 'gates: []', 'A grant needs `domain` and `gates`.'],
    ['a gate of another domain', GITHUB, 'gates: [platform-billing', 'gates: [gpuaas', 'This is no gate of `platform-billing`.'],
    ['a pattern of gates', GITHUB, 'local/unit]', 'local/*]', 'This is no gate of `platform-billing`.'],
    ['an issuer over plain http', GITHUB, 'https://token', 'http://token', '`issuer` is no address that is called.'],
    ['an issuer with a password', GITHUB, 'https://token', 'https://u:p@token', '`issuer` is no address that is called.'],
    ['no issuer', GITHUB, /.*issuer:.*\n/, '', 'A rule needs `issuer`.'],
    ['braces that do not close', GITHUB, 'refs/heads/main', "'refs/{heads'", '`ref` is no pattern that can be read.'],
  ])('%s', (_, rule, from, to, message) => {
    expect(changed(rule, from, to).join('\n')).toContain(message)
  })

  it('two rules of one id, two places for the keys of one issuer, no rules at all', () => {
    expect(read(`rules:\n  - id: one\n${GITHUB}  - id: one\n${GITHUB}`).faults).toEqual(['10: The rule `one` is there twice.'])
    expect(read(`rules:\n  - id: one\n${GITLAB}  - id: two\n${GITLAB.replace('discovery/', '')}`).faults.join()).toContain(
      'different `jwks`',
    )
    expect(read('rules: []\n').faults).toEqual(['1: The file has no rules.'])
  })
})
