/** A whole segment that is a value: a number, a UUID, a ULID, or at least 16 hexadecimal digits. */
const VALUE =
  /^(?:\d+|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[0-9A-HJKMNP-TV-Z]{26}|(?=.*\d)[\da-f]{16,})$/i
/** A whole segment that is a variable: `$ORDER_ID`, `${ORDER_ID}`, `:orderId`, `<orderId>`, `{{orderId}}`. */
const VARIABLE = /^(?:\$\{?|:|<|\{\{)\s*([A-Za-z_][\w-]*)\s*(?:\}\}?|>)?$/

/**
 * Makes the path of an endpoint of the path of a request: without the stage, and with variables in place of values.
 * `/dev/orders/42` gives `/orders/{orderId}`.
 */
export function pathOfUrl(path: string, stage: string): string {
  const segments = decoded(path)
    .split('/')
    .filter(segment => segment !== '')
  if (segments.length > 1 && segments[0] === stage) segments.shift()
  const used = new Set<string>()
  const named = segments.map((segment, index) => {
    const name = variableName(segment, segments[index - 1])
    if (name === undefined) return segment
    let free = name
    for (let number = 2; used.has(free); number++) free = `${name}${number}`
    used.add(free)
    return `{${free}}`
  })
  return `/${named.join('/')}`
}

function variableName(segment: string, before: string | undefined): string | undefined {
  const [, variable] = VARIABLE.exec(segment) ?? []
  if (variable !== undefined) return camelCase(variable)
  if (!VALUE.test(segment)) return undefined
  const noun = before !== undefined && /^[A-Za-z][\w-]*$/.test(before) ? singular(before) : ''
  return noun === '' ? 'id' : `${camelCase(noun)}Id`
}

const singular = (noun: string) =>
  noun.replace(/(?:ies|ses|xes|s)$/i, end =>
    end.toLowerCase() === 'ies' ? 'y' : end.length === 3 ? end.slice(0, 1) : '',
  )

function camelCase(name: string): string {
  const words = name.split(/[-_]+/).filter(word => word !== '')
  return words
    .map(word => (word === word.toUpperCase() ? word.toLowerCase() : word))
    .map(
      (word, index) =>
        (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1),
    )
    .join('')
}

/** A URL may contain `%7Bid%7D`; one that is not valid percent-encoding stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
