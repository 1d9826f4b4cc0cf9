import { describe, expect, it } from 'vitest'
import { isContractDescription, isDocumentation, isGovernanceFile, isInDocumentTree, isTestFile } from './path-nature.ts'

describe('what a path is by its name alone errs on the side that brings more gates', () => {
  it.each([
    ['packages/billing/ledger_test.go', true],
    ['packages/web/app/page.test.tsx', true],
    ['packages/billing/testdata/a.json', true],
    ['test/builders/a.ts', true],
    ['tools/test_ledger.py', true],
    ['packages/billing/ledger.go', false],
    ['packages/latest/contest.go', false],
    ['packages/testing.go', false],
    ['requirements-test.txt', false],
  ])('%s is a test: %s', (path, expected) => {
    expect(isTestFile(path)).toBe(expected)
  })

  it.each([
    ['doc/architecture/Platform.md', true],
    ['packages/billing/README.md', true],
    ['doc/architecture/flow.svg', true],
    ['packages/web/public/logo.svg', false],
    ['requirements.txt', false],
    ['doc/governance/release-profiles.yaml', false],
  ])('%s is documentation: %s', (path, expected) => {
    expect(isDocumentation(path)).toBe(expected)
  })

  it.each([
    ['doc/x.md', true],
    ['README.md', true],
    ['packages/billing/README.md', false],
    ['packages/docs/x.md', false],
  ])('%s stands in a documentation tree or at the root: %s', (path, expected) => {
    expect(isInDocumentTree(path)).toBe(expected)
  })

  it.each([
    ['doc/api/platform-billing.yaml', true],
    ['packages/billing/openapi.yaml', true],
    ['packages/events/asyncapi/billing.json', true],
    ['proto/ledger.proto', true],
    ['buf.gen.yaml', true],
    ['packages/contracts/token.sol', false],
    ['packages/billing/api/handler.go', false],
  ])('%s describes a contract: %s', (path, expected) => {
    expect(isContractDescription(path)).toBe(expected)
  })

  const locations = {
    ownershipMaps: 'doc/maps',
    guardBaseline: 'doc/guard-fingerprint-baseline.tsv',
    guardAllowedDebt: 'doc/guard-allowed-debt.tsv',
    extractionPackets: '.fairway/packets.yaml',
    domainLanes: 'doc/lanes',
    releaseProfiles: 'doc/release-profiles.yaml',
    routingRules: 'doc/routing-rules.yaml',
  }

  it.each([
    ['.github/workflows/ci.yml', true],
    ['packages/x/.gitlab-ci.yml', true],
    ['.ci/run', true],
    ['Jenkinsfile', true],
    ['lanekeeper.yaml', true],
    ['doc/maps/package-ownership.md', true],
    ['doc/maps/notes/new.md', true],
    ['doc/lanes/billing.yaml', true],
    ['doc/guard-allowed-debt.tsv', true],
    ['doc/release-profiles.yaml', true],
    ['doc/lanes-of-thought.md', false],
    ['packages/billing/ledger.go', false],
  ])('%s can change what is checked: %s', (path, expected) => {
    expect(isGovernanceFile(path, locations)).toBe(expected)
  })
})
