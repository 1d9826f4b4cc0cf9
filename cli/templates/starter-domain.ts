import type { DomainKind } from '#lib/model/domain-kind.ts'

/** One of the nine default domain groups (docs/operating-model.md, "Default domain groups") as a starting point. */
export interface StarterDomain {
  readonly id: string
  readonly group: string
  readonly kind: DomainKind
  readonly title: string
  readonly owner: string
  /** Typical package paths; a plain folder means everything beneath it. */
  readonly packages: readonly string[]
  /** Binaries below `cmd/`. */
  readonly binaries: readonly string[]
  /** Folders of its migrations and seeds below `db/migrations/` and `db/seeds/`. */
  readonly data: readonly string[]
  /** Page families: name and path. */
  readonly surfaces: readonly (readonly [string, string])[]
  readonly dependsOn: readonly string[]
  readonly localGates: readonly string[]
  /** Required consumer smokes: title, and the domain that consumes. */
  readonly smokes: readonly (readonly [string, string])[]
}

/** The nine default domain groups with their typical paths and required consumer smokes. */
export const STARTER_DOMAINS: readonly StarterDomain[] = [
  {
    id: 'platform-iam',
    group: 'Platform IAM/Auth',
    kind: 'platform',
    title: 'IAM/Auth',
    owner: '@iam',
    packages: ['packages/platform/iam/**', 'packages/platform/auth/**'],
    binaries: [],
    data: ['iam', 'auth'],
    surfaces: [],
    dependsOn: ['platform-secrets'],
    localGates: ['IAM and auth package tests', 'migration/schema drift checks for IAM-owned tables'],
    smokes: [
      ['user login/authz', 'web'],
      ['service-account scope validation', 'app-platform'],
      ['product route denial', 'gpuaas'],
    ],
  },
  {
    id: 'platform-billing',
    group: 'Platform Billing/Metering',
    kind: 'platform',
    title: 'Billing/Metering',
    owner: '@billing',
    packages: ['packages/platform/billing/**'],
    binaries: ['billing-worker'],
    data: ['billing'],
    surfaces: [],
    dependsOn: ['platform-iam', 'platform-evidence'],
    localGates: ['billing package and worker tests', 'migration/schema drift checks for billing-owned tables', 'ledger invariant tests'],
    smokes: [
      ['GPUaaS billing precheck', 'gpuaas'],
      ['app runtime attribution', 'app-platform'],
      ['ledger invariant', 'web'],
    ],
  },
  {
    id: 'platform-evidence',
    group: 'Platform Evidence/Status',
    kind: 'platform',
    title: 'Evidence/Status',
    owner: '@evidence',
    packages: ['packages/platform/evidence/**', 'packages/platform/statusops/**'],
    binaries: [],
    data: ['evidence', 'status'],
    surfaces: [],
    dependsOn: ['platform-iam'],
    localGates: ['evidence and status package tests'],
    smokes: [
      ['release evidence payload', 'gpuaas'],
      ['status readiness', 'app-platform'],
      ['public status', 'web'],
    ],
  },
  {
    id: 'platform-registry',
    group: 'Platform Registry/Artifacts',
    kind: 'platform',
    title: 'Registry/Artifacts',
    owner: '@registry',
    packages: ['packages/platform/registry/**', 'packages/platform/artifacts/**'],
    binaries: [],
    data: ['registry', 'artifacts'],
    surfaces: [],
    dependsOn: ['platform-iam', 'platform-evidence'],
    localGates: ['registry and artifacts package tests'],
    smokes: [
      ['registry runtime verification', 'gpuaas'],
      ['artifact trust/promotion', 'app-platform'],
    ],
  },
  {
    id: 'platform-policy',
    group: 'Platform Policy/Quota',
    kind: 'platform',
    title: 'Policy/Quota',
    owner: '@policy',
    packages: ['packages/platform/policy/**'],
    binaries: [],
    data: ['policy', 'quota'],
    surfaces: [],
    dependsOn: ['platform-iam'],
    localGates: ['policy and quota package tests'],
    smokes: [
      ['access quota posture', 'web'],
      ['launch/app/token denial reason: launch', 'gpuaas'],
      ['launch/app/token denial reason: app', 'app-platform'],
      ['launch/app/token denial reason: token', 'platform-iam'],
    ],
  },
  {
    id: 'platform-secrets',
    group: 'Platform Secrets/PKI',
    kind: 'platform',
    title: 'Secrets/PKI',
    owner: '@secrets',
    packages: ['packages/platform/secrets/**', 'packages/shared/pki/**'],
    binaries: [],
    data: ['secrets', 'pki'],
    surfaces: [],
    dependsOn: [],
    localGates: ['secrets and PKI package tests'],
    smokes: [
      ['rotation/expiry evidence', 'platform-evidence'],
      ['service-auth credential delivery', 'platform-iam'],
    ],
  },
  {
    id: 'gpuaas',
    group: 'GPUaaS product',
    kind: 'product',
    title: 'GPUaaS',
    owner: '@gpuaas',
    packages: ['packages/products/gpuaas/**'],
    binaries: ['provisioning-worker', 'node-agent', 'terminal-gateway'],
    data: ['gpuaas'],
    surfaces: [],
    dependsOn: ['platform-iam', 'platform-billing', 'platform-evidence', 'platform-registry', 'platform-policy', 'platform-secrets'],
    localGates: ['GPUaaS product tests'],
    smokes: [
      ['allocation lifecycle', 'web'],
      ['node-agent task', 'app-platform'],
      ['terminal route', 'web'],
    ],
  },
  {
    id: 'app-platform',
    group: 'App Platform product',
    kind: 'product',
    title: 'App Platform',
    owner: '@apps',
    packages: ['packages/products/appplatform/**'],
    binaries: ['app-runtime-worker', 'app-proxy'],
    data: ['apps'],
    surfaces: [],
    dependsOn: ['platform-iam', 'platform-billing', 'platform-evidence', 'platform-registry', 'platform-policy', 'platform-secrets'],
    localGates: ['App Platform product tests'],
    smokes: [
      ['manifest validation', 'web'],
      ['launch/connect/decommission smoke', 'web'],
    ],
  },
  {
    id: 'web',
    group: 'Frontend surfaces',
    kind: 'frontend',
    title: 'Frontend surfaces',
    owner: '@web',
    packages: [],
    binaries: [],
    data: [],
    surfaces: [
      ['Everything no page family owns', 'packages/web/**'],
      ['Sign-in', 'packages/web/app/(auth)/**'],
      ['Invoices', 'packages/web/app/(billing)/**'],
    ],
    dependsOn: ['platform-iam', 'platform-billing', 'platform-evidence', 'gpuaas', 'app-platform'],
    localGates: ['focused page-family tests'],
    smokes: [['global navigation/typecheck', 'web']],
  },
]
