import { type Issue, issue } from './error-code'
import { memoize } from './memoize'
import { quote } from './quote'

const PLAIN = /^[A-Za-z0-9._:$-]+$/
const VARIABLE = /^\{([A-Za-z0-9._-]+)(\+?)\}$/

/** Splits a valid path into segments; the root has none. */
export const segmentsOf = memoize((path): readonly string[] => (path === '/' ? [] : path.slice(1).split('/')))

/** Lists the prefixes of a valid path, itself last: `/orders`, `/orders/{id}`. */
export const prefixesOf = memoize((path): readonly string[] => {
  let prefix = ''
  return segmentsOf(path).map(segment => {
    prefix += `/${segment}`
    return prefix
  })
})

/** True for `{name}` and `{name+}`. */
export const isVariable = (segment: string): boolean => segment.startsWith('{')

/** True for `{name+}`. */
export const isGreedy = (segment: string): boolean => segment.endsWith('+}')

/** Checks one path without regard to others. */
export function pathIssue(path: string): Issue | undefined {
  if (!path.startsWith('/'))
    return issue('INVALID_FORMAT', `${quote(path)} does not start with a slash. Use ${quote(`/${path}`)}.`)
  const segments = segmentsOf(path)
  const variables = new Set<string>()
  for (const [i, segment] of segments.entries()) {
    if (segment === '')
      return issue(
        'INVALID_FORMAT',
        `${quote(path)} has an empty segment. Remove the ${i === segments.length - 1 ? 'trailing slash' : 'double slash'}.`,
      )
    if (segment === '.' || segment === '..')
      return issue(
        'INVALID_FORMAT',
        `${quote(path)} has the segment ${quote(segment)}, which clients remove before they send a request. Use the resulting path.`,
      )
    const [, variable, plus] = VARIABLE.exec(segment) ?? []
    if (variable === undefined) {
      if (PLAIN.test(segment)) continue
      return issue(
        'INVALID_FORMAT',
        `${quote(path)} has the segment ${quote(segment)}. Use letters, digits and . _ : $ -, or a variable such as {id}.`,
      )
    }
    if (plus && i < segments.length - 1)
      return issue(
        'INVALID_FORMAT',
        `${quote(path)} continues after ${quote(segment)}. A greedy variable must be the last segment.`,
      )
    if (variables.has(variable))
      return issue(
        'VARIABLE_REPEATED',
        `${quote(path)} has the variable ${quote(variable)} twice. Give each variable its own name.`,
      )
    variables.add(variable)
  }
  return undefined
}
