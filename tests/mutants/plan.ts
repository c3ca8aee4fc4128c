/** One step of a mutant's way through the tests; the next one only runs when this one noticed nothing. */
export type Stage =
  | {
      readonly name?: string
      /** Tests that share nothing but modules, so that one worker runs them all, in a Vitest that stays alive. */
      readonly tests: readonly string[]
    }
  | {
      /** Arguments of `node`, for a process of its own. */
      readonly command: readonly string[]
    }

export const nameOf = (stage: Stage): string =>
  'tests' in stage
    ? (stage.name ?? stage.tests.join(' '))
    : stage.command.filter(word => /^tests\/|tsc$/.test(word)).join(' ')

const together = (...tests: readonly string[]): Stage => ({ tests })

/** Tests whose tools keep process-wide state: a process for each file. */
const apart = (...tests: readonly string[]): Stage => ({
  command: ['node_modules/vitest/vitest.mjs', 'run', '--bail=1', '--maxWorkers=1', ...tests],
})

const types: Stage = {
  command: [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '--incremental',
    'false',
    '-p',
    'tsconfig.lib.json',
  ],
}

/** Whether it takes seconds: tests that run in the process that stays alive, and the compiler. */
export const isQuick = (stage: Stage): boolean => 'tests' in stage || stage === types

/** Text, then marks, then cache of every format, without the tools that own the formats. */
const texts: readonly Stage[] = [
  together('tests/conformance/goldens.test.ts'),
  together('tests/conformance/marks.test.ts'),
  apart('tests/lib/formats/cached-output.test.ts'),
]

/** Tests over templates that run no tool of a format, and take seconds at most. */
const reading: Stage = {
  name: 'tests/lib/doctor, read and import, without tools',
  tests: [
    'doctor/access-graph',
    'doctor/access-matrix',
    'doctor/article',
    'doctor/client-claims',
    'doctor/cors-header',
    'doctor/false-claims',
    'doctor/functions',
    'doctor/gateway-response',
    'doctor/given-files',
    'doctor/goldens',
    'doctor/hidden-events',
    'doctor/inputs',
    'doctor/lists',
    'doctor/macros',
    'doctor/odd-inputs',
    'doctor/preflight',
    'doctor/refused-',
    'doctor/returned-values',
    'doctor/rules',
    'doctor/sam-conditions',
    'doctor/sarif',
    'doctor/security',
    'doctor/serverless-unknowns',
    'doctor/templates',
    'doctor/words',
    'import/audiences',
    'import/cors',
    'import/findings',
    'import/invented-client',
    'import/sign-in',
    'read',
  ].map(name => `tests/lib/${name}`),
}
/** What the command prints of recorded responses and pastes. */
const answers = together('tests/answers/')
const tools = apart(
  'tests/lib/doctor',
  'tests/lib/import',
  'tests/cli/snapshot.test.ts',
  'tests/cli/doctor.test.ts',
)

/** What concerns a folder of `lib/`, besides the tests of the same name: whatever is built from it. */
const MORE: Readonly<Record<string, readonly Stage[]>> = {
  aws: [
    ...texts,
    apart('tests/lib/document', 'tests/lib/findings', 'tests/lib/token', 'tests/lib/authorize'),
  ],
  document: [...texts, together('tests/lib/findings', 'tests/lib/model', 'tests/lib/share')],
  model: [...texts, together('tests/lib/findings', 'tests/lib/authorize', 'tests/lib/template')],
  template: [...texts, together('tests/lib/findings'), apart('tests/lib/formats/resource-count.test.ts')],
  text: texts,
  project: [...texts, apart('tests/lib/formats', 'tests/cli')],
  token: [answers, together('tests/lib/authorize'), apart('tests/token-proof', 'tests/cli/inspect.test.ts')],
  authorize: [answers, apart('tests/cli/inspect.test.ts')],
  'access-map': [together('tests/lib/doctor/access-graph', 'tests/lib/library')],
  explain: [answers],
  gateway: [apart('tests/local')],
  'app-code': [apart('tests/local/app-code.test.ts'), apart('tests/conformance/app-code.test.ts')],
  source: [reading, together('tests/lib/paste'), tools],
  deployed: [tools],
  doctor: [tools],
  import: [reading],
  read: [tools],
}

/** Tests of the document without the properties and the documents of a mebibyte, which take longest. */
const tables: Stage = {
  name: 'tests/lib/document, its tables',
  tests: [
    'acknowledged',
    'api',
    'client',
    'derived-names',
    'edit',
    'endpoint',
    'explain-field',
    'field',
    'json-syntax',
    'limits',
    'presets',
    'redirect',
    'resource',
    'service',
    'sign-in',
    'split-scope',
    'user-pool',
  ].map(name => `tests/lib/document/${name}`),
}

/** Files at the top of `lib/` have their tests at the top of `tests/lib`. */
const entries: readonly Stage[] = [
  together(
    ...['check-small', 'codes', 'diagnose', 'examine-templates', 'import-api', 'library', 'recognize'].map(
      name => `tests/lib/${name}.test.ts`,
    ),
  ),
  types,
  apart('tests/cli'),
]

/** What runs before the tests of the same name, or instead of them. */
const FIRST: Readonly<Record<string, readonly Stage[]>> = {
  aws: [together('tests/lib/aws/'), tables],
  // Some of them count work or reach the end of the stack, which a process that lives on changes.
  document: [tables, apart('tests/lib/document')],
  deployed: [reading],
  doctor: [reading],
  read: [reading],
  // Their own tests run the toolchains, so they come last.
  formats: [...texts, types, together('tests/lib/project', 'tests/lib/findings'), apart('tests/lib/formats')],
}

/** The stages for a folder or a file of `lib/`, by its name. */
export const planFor = (name: string): readonly Stage[] =>
  name.endsWith('.ts')
    ? entries
    : [
        ...(FIRST[name] ?? [together(`tests/lib/${name}/`)]),
        ...(name === 'formats' ? [] : [types]),
        ...(MORE[name] ?? []),
      ]
