/** Layers, low to high: each folder of lib/ and what it may import beside itself. */
const layers = {
  aws: [],
  document: ['aws'],
  model: ['aws', 'document'],
  template: ['aws', 'document', 'model'],
  text: ['document', 'template'],
  project: ['aws', 'document', 'model', 'template'],
  formats: ['aws', 'document', 'model', 'template', 'text', 'project'],
  findings: ['aws', 'document', 'model'],
  'access-map': [],
  token: ['aws'],
  authorize: ['aws', 'document', 'model', 'token', 'access-map'],
  gateway: ['aws', 'document', 'model', 'token', 'authorize'],
  explain: ['aws', 'token'],
  share: ['document'],
  'app-code': ['aws', 'model', 'text', 'token'],
  source: [],
  paste: ['aws', 'document', 'token', 'source'],
  deployed: ['source', 'aws'],
  read: ['source', 'deployed', 'aws'],
  doctor: ['source', 'deployed', 'read', 'aws', 'document', 'access-map'],
  import: ['source', 'deployed', 'aws', 'document'],
}

const layerRules = Object.entries(layers).map(([folder, below]) => ({
  name: `${folder}-imports-lower-layers-only`,
  severity: 'error',
  from: { path: `^lib/${folder}/` },
  to: { path: '^lib/', pathNot: [folder, ...below].map(name => `^lib/${name}(/|\\.ts$)`) },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans-in-imports',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(monaco-editor|\\./.*\\.css)' },
    },
    {
      name: 'lib-is-pure',
      severity: 'error',
      from: { path: '^lib/' },
      to: {
        path: '^(app|components|cli|scripts|tests)/|node_modules/(react|react-dom|next|monaco-editor|react-hook-form|radix-ui|@radix-ui)/',
      },
    },
    {
      name: 'lib-needs-no-platform',
      severity: 'error',
      from: { path: '^lib/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'formats-do-not-import-formats',
      severity: 'error',
      from: { path: '^lib/formats/([^/]+)/' },
      to: { path: '^lib/formats/', pathNot: '^lib/formats/($1/|format\\.ts$)' },
    },
    {
      name: 'rules-do-not-import-rules',
      severity: 'error',
      from: { path: '^lib/(findings|doctor)/rules/(?!index)' },
      to: { path: '^lib/$1/rules/' },
    },
    {
      name: 'ui-imports-no-domain',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(lib|app|cli)/|^components/(?!ui/)' },
    },
    {
      name: 'access-map-imports-no-feature',
      severity: 'error',
      from: { path: '^components/access-map/' },
      to: { path: '^components/(?!(access-map|ui)/)' },
    },
    {
      name: 'features-do-not-import-features',
      severity: 'error',
      from: { path: '^components/(shell|wizard|preview|inspector|doctor)/' },
      to: {
        path: '^components/',
        pathNot: '^components/($1|ui|fields|session|verdicts|access-map|monaco|files)/',
      },
    },
    {
      name: 'components-never-import-app',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(app|cli|scripts)/' },
    },
    {
      name: 'views-use-the-entry-points-of-lib',
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: {
        path: '^lib/(model|template|text|formats|findings)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      // It would bring every function along.
      name: 'nothing-inside-imports-the-published-library',
      severity: 'error',
      from: { path: '^(app|components|cli|lib)/' },
      to: { path: '^lib/index\\.ts$' },
    },
    {
      name: 'local-imports-what-it-serves',
      severity: 'error',
      from: { path: '^local/' },
      to: {
        path: '^(app|components|cli|scripts|lib)/',
        pathNot: '^lib/(aws|document|model|token|authorize|gateway|read|import)/',
      },
    },
    {
      name: 'local-is-for-the-command-line',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { path: '^local/' },
    },
    {
      name: 'monaco-only-in-its-folder',
      severity: 'error',
      from: { path: '^(app|components)/', pathNot: '^components/monaco/' },
      to: { path: 'node_modules/monaco-editor/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|\\.next|out|dist|tests/cases)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
