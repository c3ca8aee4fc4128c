import { advise } from '../lib/document/nearest'
import type { Check } from './checks'
import { type Result, refused } from './result'

const REQUEST: Readonly<Record<keyof Check['request'], true>> = {
  method: true,
  path: true,
  raw: true,
  headers: true,
  body: true,
  token: true,
  issuer: true,
  form: true,
  basic: true,
}

const EXPECT: Readonly<Record<keyof Check['expect'], true>> = {
  status: true,
  headers: true,
  body: true,
  json: true,
  event: true,
}

/** Fields of a request of which one replaces the other. */
const EITHER = [
  ['form', 'body'],
  ['token', 'basic'],
] as const

/** Reads the value of a checks file. A field that would be ignored is refused: a check with it could pass for no reason. */
export function readChecks(document: unknown): Result<readonly Check[]> {
  const checks = isObject(document) ? document.checks : undefined
  if (!Array.isArray(checks) || !checks.every(isCheck))
    return refused(
      'expected { "checks": [ { "id", "request": { "method", "path" }, "expect": { "status" } } ] }',
    )
  if (checks.length === 0) return refused('checks: add at least one check')
  for (const [i, check] of checks.entries()) {
    const fault = faultOf(check, `checks.${i}`)
    if (fault) return refused(fault)
  }
  return { ok: true, value: checks }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCheck = (check: unknown): check is Check =>
  isObject(check) &&
  isObject(check.request) &&
  isObject(check.expect) &&
  Boolean(check.request.raw || (check.request.method && check.request.path))

function faultOf({ request, expect }: Check, at: string): string | undefined {
  const unknown =
    unknownField(request, REQUEST, `${at}.request`) ?? unknownField(expect, EXPECT, `${at}.expect`)
  if (unknown) return unknown
  if (Object.keys(expect).length === 0) return `${at}.expect: add what the response must be, such as "status"`
  const other = Object.keys(request).find(name => name !== 'raw')
  if (request.raw !== undefined && other !== undefined)
    return `${at}.request: raw is the whole request, so ${other} has no effect; remove one of them`
  const both = EITHER.find(names => names.every(name => request[name] !== undefined))
  return both && `${at}.request: ${both[0]} replaces ${both[1]}; remove one of them`
}

function unknownField(value: object, known: object, at: string): string | undefined {
  const unknown = Object.keys(value).find(name => !Object.hasOwn(known, name))
  return unknown === undefined
    ? undefined
    : `${at}.${unknown}: unknown field. ${advise(unknown, Object.keys(known))}`
}
