import { type Issue, issue } from './error-code'
import { memoize } from './memoize'
import { quote } from './quote'

const PLAIN = /^[A-Za-z0-9._:$-]+$/
const VARIABLE = /^\{([A-Za-z0-9._-]+)(\+?)\}$/

/** The segments of a valid path; none for the root. */
export const segmentsOf = memoize((path): readonly string[] => (path === '/' ? [] : path.slice(1).split('/')))

/** What a valid path leads through, itself last: `/orders`, `/orders/{id}`. */
export const prefixesOf = memoize((path): readonly string[] => {
  let prefix = ''
  return segmentsOf(path).map(segment => {
    prefix += `/${segment}`
    return prefix
  })
})

/** Whether a valid segment is `{name}` or `{name+}`. */
export const isVariable = (segment: string): boolean => segment.startsWith('{')

/** Whether a valid segment is `{name+}`. */
export const isGreedy = (segment: string): boolean => segment.endsWith('+}')

/** What is wrong with a path by itself, if anything. */
export function pathIssue(path: string): Issue | undefined {
  if (!path.startsWith('/'))
    return issue('INVALID_FORMAT', `${quote(path)} does not begin with a slash; write ${quote(`/${path}`)}.`)
  const segments = segmentsOf(path)
  const variables = new Set<string>()
  for (const [i, segment] of segments.entries()) {
    if (segment === '')
      return issue(
        'INVALID_FORMAT',
        `${quote(path)} has an empty segment; remove the ${i === segments.length - 1 ? 'slash at its end' : 'double slash'}.`,
      )
    if (segment === '.' || segment === '..')
      return issue(
        'INVALID_FORMAT',
        `${quote(path)} has the segment ${quote(segment)}, which clients resolve away; write the path it leads to.`,
      )
    const [, variable, plus] = VARIABLE.exec(segment) ?? []
    if (variable === undefined) {
      if (PLAIN.test(segment)) continue
      return issue(
        'INVALID_FORMAT',
        `${quote(path)} has the segment ${quote(segment)}; use letters, digits and . _ : $ -, or a variable such as {id}.`,
      )
    }
    if (plus && i < segments.length - 1)
      return issue(
        'INVALID_FORMAT',
        `${quote(path)} goes on behind ${quote(segment)}; a variable with + must be the last segment.`,
      )
    if (variables.has(variable))
      return issue(
        'VARIABLE_REPEATED',
        `${quote(path)} has the variable ${quote(variable)} twice; give each its own name.`,
      )
    variables.add(variable)
  }
  return undefined
}
