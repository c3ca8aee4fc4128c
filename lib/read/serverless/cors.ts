import { whole } from '../../deployed/compare'
import type { Api } from '../../deployed/deployed'
import { property } from '../../deployed/questions'
import { type Field, inBranches, listOf, literal, type Term } from '../../deployed/term'
import type { Overrides } from './overrides'

/** The CORS settings of the framework's HTTP API: those of the provider, and what a resource puts over them. */
export function corsOf(
  ofProvider: Term,
  overrides: Overrides,
  id: string,
): Pick<Api, 'cors' | 'corsHeaders'> {
  const made = configurationOf(ofProvider)
  const deployed = overrides.property(id, 'CorsConfiguration', made)
  const cors = deployed === made ? ofProvider : deployed
  return { cors, corsHeaders: property(deployed, 'AllowHeaders') }
}

/** What the framework writes for `provider.httpApi.cors`. */
const configurationOf = (settings: Term): Term =>
  inBranches(settings, branch => {
    if (branch.kind !== 'fields' && !(branch.kind === 'text' && whole(branch) === 'true')) return branch
    const fields = new Map<string, Field>()
    for (const [name, setting, byDefault] of SETTINGS) {
      const written = property(branch, setting)
      const value = written.kind === 'absent' && byDefault ? listIn(byDefault, branch) : asList(written)
      if (value.kind !== 'absent') fields.set(name, { key: value.label ?? value.at, value })
    }
    return { kind: 'fields', fields, open: [], at: branch.at, node: undefined, label: branch.label }
  })

const listIn = (words: readonly string[], { at }: Term): Term =>
  listOf(
    words.map(word => ({ term: literal(word, at) })),
    at,
  )

/** One word is a list of one. */
const asList = (term: Term): Term => (term.kind === 'text' ? listOf([{ term }], term.at, term.assumed) : term)

/** Names in CloudFormation and in serverless.yml, and what the framework writes where one is left out. */
const SETTINGS: readonly (readonly [string, string, (readonly string[])?])[] = [
  ['AllowOrigins', 'allowedOrigins', ['*']],
  [
    'AllowHeaders',
    'allowedHeaders',
    [
      'Content-Type',
      'X-Amz-Date',
      'Authorization',
      'X-Api-Key',
      'X-Amz-Security-Token',
      'X-Amz-User-Agent',
      'X-Amzn-Trace-Id',
    ],
  ],
  ['AllowMethods', 'allowedMethods'],
  ['AllowCredentials', 'allowCredentials'],
  ['ExposeHeaders', 'exposedResponseHeaders'],
  ['MaxAge', 'maxAge'],
]
