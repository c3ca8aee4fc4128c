import { whole } from '../deployed/compare'
import type { Api, Endpoint, Preflight } from '../deployed/deployed'
import { property } from '../deployed/questions'
import { endpointName } from '../deployed/show'
import type { Term } from '../deployed/term'
import { originIssue } from '../document/origin'
import { isKnownAs, knownText, knownTexts } from './known-text'
import type { Notes } from './report'

/** Origins that CORS settings name; undefined for those that the files do not show. */
type Origins = readonly (string | undefined)[]

const INVENTED = 'https://change.me'
const OFF = /^(?:false|no|off|null)$/i
const ON = /^(?:true|yes|on)$/i
const ANY: Origins = ['*']
const HIDDEN: Origins = [undefined]

/** Does API Gateway itself answer the preflight requests of browsers here? */
export const isPreflight = (endpoint: Endpoint): boolean =>
  whole(endpoint.method) === 'OPTIONS' && endpoint.preflight !== undefined

/** Origins of pages that may call the API, from its CORS settings and from what answers preflights; undefined without any. */
export function importCors(
  api: Api,
  endpoints: readonly Endpoint[],
  notes: Notes,
): readonly string[] | undefined {
  const preflights = endpoints.filter(isPreflight)
  const found = [
    ...(isOn(api.cors) ? [settingsOf(api.cors)] : []),
    ...endpoints.flatMap(({ cors }) => (cors && isOn(cors) ? [settingsOf(cors)] : [])),
    ...preflights.flatMap(({ preflight }) => (preflight ? [answerOf(preflight)] : [])),
  ]
  if (found.length === 0) return undefined
  const listed = [...new Set(found.flat())]
  const origins = listed.filter(origin => origin !== undefined).filter(origin => !originIssue(origin))
  const value = origins.includes('*')
    ? ['*']
    : origins.length < listed.length
      ? [...origins, INVENTED]
      : origins
  if (value.includes(INVENTED))
    notes.entries.push({
      what: 'allowed origin',
      at: null,
      how: 'invented',
      into: `api.cors.allowOrigins.${value.indexOf(INVENTED)}`,
      why: 'These files do not show every origin that may call the API.',
    })
  noteSettings(api, notes)
  for (const endpoint of preflights)
    notes.entries.push({
      what: `preflight ${endpointName(endpoint)}`,
      at: endpoint.at,
      how: 'changed',
      into: 'api.cors',
      why: 'The CORS settings of the spec answer the preflight requests of every path.',
    })
  return value
}

const isOn = (cors: Term): boolean => cors.kind !== 'absent' && !isKnownAs(OFF, cors)

/** Keys of the formats for the origins: SAM, CloudFormation, OpenAPI and the Serverless Framework. */
const KEYS = ['AllowOrigin', 'AllowOrigins', 'allowOrigins', 'allowedOrigins', 'origin', 'origins']

/** The origins of CORS settings. Where they name none, every format allows all of them. */
function settingsOf(cors: Term): Origins {
  if (cors.kind === 'text') return isKnownAs(ON, cors) ? ANY : constant(cors)
  if (cors.kind !== 'fields') return HIDDEN
  const terms = KEYS.map(key => property(cors, key)).filter(({ kind }) => kind !== 'absent')
  if (terms.length === 0) return ANY
  return terms.flatMap(term => (term.kind === 'list' ? listOf(term) : constant(term)))
}

const listOf = (term: Extract<Term, { kind: 'list' }>): Origins => {
  const listed = knownTexts(term)
  const isWhole = term.open.length === 0 && listed.length === term.items.length
  return [...listed.map(unquoted), ...(isWhole ? [] : HIDDEN)]
}

/** One origin, or several with commas between them, as the Serverless Framework accepts them. */
function constant(term: Term): Origins {
  const text = knownText(term)
  if (text === undefined) return HIDDEN
  return unquoted(text)
    .split(/\s*,\s*/)
    .filter(Boolean)
}

const unquoted = (origin: string): string => origin.replace(/^'(.*)'$/s, '$1')

/** A template that compares the origin of the request with constants, as CDK writes it and this wizard. */
const COMPARED = /\$\w+(?:\s*==\s*|\.(?:matches|equals)\()\s*(?:'([^']+)'|"([^"]+)")/g

/** The origins that an answer of API Gateway itself allows: that of its header, and those that its templates put there. */
function answerOf({ origin, templates }: Preflight): Origins {
  const written = templates.kind === 'fields' ? [...templates.fields.values()].map(({ value }) => value) : []
  const texts = written.flatMap(text => knownText(text) ?? [])
  const chosen = texts
    .flatMap(text => [...text.matchAll(COMPARED)])
    .flatMap(([, single, double]) => single ?? double ?? [])
  const isRead =
    templates.kind === 'absent' ||
    (templates.kind === 'fields' && templates.open.length === 0 && texts.length === written.length)
  return [...constant(origin), ...chosen, ...(isRead ? [] : HIDDEN)]
}

/** Settings besides the origins: the spec has none of them. */
function noteSettings({ id, cors }: Api, notes: Notes): void {
  if (cors.kind !== 'fields') return
  const others = [...cors.fields].filter(([key]) => !KEYS.includes(key))
  const [first] = others
  if (!first) return
  notes.entries.push({
    what: `CORS settings of API ${id}`,
    at: first[1].key,
    how: 'changed',
    into: 'api.cors',
    why: `The spec sets the methods, headers and ages itself, not from ${others.map(([key]) => key).join(', ')}.`,
  })
}
