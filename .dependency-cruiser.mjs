/*
 * Which room may know which (docs/decisions/001). Each rule says what to do when it fires.
 */

const ROOMS = {
  model: [],
  rules: ['model'],
  formats: ['model'],
  wording: ['model'],
  store: ['model'],
  usecases: ['model', 'rules', 'formats', 'store'],
  http: ['model', 'wording'],
  client: ['model', 'wording'],
}

const directions = Object.entries(ROOMS).map(([room, may]) => ({
  name: `${room}-keeps-its-direction`,
  comment: `lib/${room} may import ${may.length === 0 ? 'no other room' : may.map((each) => `lib/${each}`).join(', ')}. Move the code to the room whose word it is, or hand the value in as an argument.`,
  severity: 'error',
  from: { path: `^lib/${room}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(lib|app|cli|components)/', pathNot: `^lib/(${[room, ...may, ...(room === 'store' ? ['generated'] : [])].join('|')})/` },
}))

export default {
  forbidden: [
    ...directions,
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea or three: merge them, or name the third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nobody-imports-the-shells',
      comment: 'app, cli, e2e and test stand at the edge. What others need of them belongs in lib or components.',
      severity: 'error',
      from: { path: '^(lib|components)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(app|cli|e2e|test|bench|scripts)/' },
    },
    {
      name: 'store-alone-knows-the-database',
      comment: 'Prisma, pg and PGlite stop at lib/store. Ask the store a question, by a function named for it.',
      severity: 'error',
      from: { path: '^(app|cli|components|lib)/', pathNot: '^lib/(store|generated)/|\\.test\\.ts$' },
      to: { path: '(^lib/generated/|node_modules/(@prisma|prisma|pg|@electric-sql)/)' },
    },
    {
      name: 'ui-knows-no-vocabulary',
      comment: 'components/ui is our look on headless primitives. Words and shapes of the domain are handed in.',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(lib|components/(?!ui/))' },
    },
    {
      name: 'a-family-keeps-to-itself',
      comment: 'A page family does not import another. What both need belongs in components/ui, components/vocabulary or lib.',
      severity: 'error',
      from: { path: '^components/(audit|board|changes|domains|evidence|guards|insights|ownership|people|skips)/' },
      to: {
        path: '^components/(audit|board|changes|domains|evidence|guards|insights|ownership|people|skips)/',
        pathNot: '^components/$1/',
      },
    },
    {
      name: 'the-command-line-needs-no-server',
      comment: 'lint, plan, explain and owner work without a server and a database; lib/store and lib/http stay out of the CLI.',
      severity: 'error',
      from: { path: '^cli/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(lib/(store|http)|app|components)/', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^lib/generated/' },
    exclude: { path: '^(node_modules|\\.next|\\.cache|lib/generated/.*\\.(js|wasm)$)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
