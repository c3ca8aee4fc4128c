import type { Cause } from '../deployed/cause'
import type { Preflight } from '../deployed/deployed'
import { isOneOf, property } from '../deployed/questions'
import { absent, type Field, type Fields, type Term, unknown } from '../deployed/term'
import type { Span } from '../source/node'
import { hiddenKeys } from './hidden'

/** How a format spells an integration of API Gateway. */
export interface Spelling {
  readonly type: string
  readonly uri: string
  readonly responses: string
  readonly parameters: string
  readonly templates: string
}

export const CLOUDFORMATION: Spelling = {
  type: 'Type',
  uri: 'Uri',
  responses: 'IntegrationResponses',
  parameters: 'ResponseParameters',
  templates: 'ResponseTemplates',
}

export const OPENAPI: Spelling = {
  type: 'type',
  uri: 'uri',
  responses: 'responses',
  parameters: 'responseParameters',
  templates: 'responseTemplates',
}

/** Integrations of HTTP APIs. */
export const HTTP = { type: 'IntegrationType', uri: 'IntegrationUri' }

/** Answers of `aws apigateway get-resources`. */
export const CLI: Spelling = { ...OPENAPI, responses: 'integrationResponses' }

const ORIGIN = 'method.response.header.access-control-allow-origin'

/** Is the integration one that API Gateway answers itself, and how does it answer preflight requests? */
export function mockOf(
  integration: Term,
  spelling: Spelling,
): { readonly isMock: boolean; readonly preflight?: Preflight } {
  const type = property(integration, spelling.type)
  const isMock = isOneOf(type, 'MOCK', 'mock').is === true
  const preflight = isMock ? preflightOf(property(integration, spelling.responses), spelling) : undefined
  return { isMock, ...(preflight && { preflight }) }
}

/** The function that an integration calls, as it is written; absent for backends that are none. */
export function functionUriOf(
  integration: Term,
  spelling: Pick<Spelling, 'type' | 'uri'>,
  missing: Span,
): Term {
  const isOther = isOneOf(property(integration, spelling.type), ...OTHERS).is === true
  return isOther ? absent(missing) : property(integration, spelling.uri, missing)
}

const OTHERS = ['HTTP', 'HTTP_PROXY', 'MOCK'].flatMap(type => [type, type.toLowerCase()])

/** Where the origin stands may be in a part that is not known: then it is answered with an origin that is not known either. */
function preflightOf(responses: Term, { parameters, templates }: Spelling): Preflight | undefined {
  const { maps, causes } = membersOf(responses)
  for (const response of maps) {
    const headers = property(response, parameters)
    const origin =
      headers.kind === 'fields'
        ? [...headers.fields].find(([name]) => name.toLowerCase() === ORIGIN)?.[1]
        : undefined
    if (origin) return { origin: origin.value, templates: property(response, templates) }
    causes.push(...hiddenKeys(headers).map(({ cause }) => cause))
  }
  const [cause] = causes
  if (!cause) return undefined
  const { at } = responses
  return { origin: unknown(`origin ${at.source.path} ${at.start}`, cause, at), templates: absent(at) }
}

/** Responses are a list in CloudFormation, and a map by status or pattern elsewhere; and why there may be others. */
function membersOf(term: Term): { readonly maps: readonly Fields[]; readonly causes: Cause[] } {
  const values: readonly Term[] =
    term.kind === 'list'
      ? term.items.map(item => item.term)
      : term.kind === 'fields'
        ? [...term.fields.values()].map(({ value }: Field) => value)
        : []
  const causes = [term, ...values].flatMap(value =>
    value.kind === 'list' ? value.open : hiddenKeys(value).map(({ cause }) => cause),
  )
  return { maps: values.flatMap(value => (value.kind === 'fields' ? [value] : [])), causes }
}
