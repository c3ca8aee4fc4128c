/** Patterns that match at one place only, by their source: compiling one takes longer than matching. */
const sticky = new Map<string, RegExp>()

/**
 * As much of API Gateway's mapping templates (VTL) as preflights use: #set, #if, comparison, `matches` and the header
 * that overrides. Anything else throws, so that no template is read by halves.
 */
export function overriddenHeaders(
  template: string,
  requestHeaders: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const variables = new Map<string, string>()
  const headers: Record<string, string> = {}
  let at = 0

  const fail = (): never => {
    throw new Error(`mapping template not read here: ${JSON.stringify(template.slice(at, at + 80))}`)
  }
  const skip = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = sticky.get(pattern.source) ?? new RegExp(pattern.source, 'y')
    sticky.set(pattern.source, found)
    found.lastIndex = at
    const match = found.exec(template)
    if (match) at = found.lastIndex
    return match ?? undefined
  }
  const expect = (pattern: RegExp): RegExpExecArray => skip(pattern) ?? fail()
  const space = () => void skip(/\s*/)

  function value(): string {
    space()
    // API Gateway gives the header in any spelling, as text, empty when it was not sent.
    const header = skip(/\$input\.params(?:\(\)\.header\.get)?\(["']([\w-]+)["']\)/)
    if (header) return requestHeaders[header[1]!.toLowerCase()] ?? ''
    const text = skip(/"([^"$#]*)"/) ?? skip(/'([^']*)'/)
    if (text) return text[1]!
    const variable = skip(/\$!?(?:\{(\w+)\}|(\w+))/)
    if (variable) return variables.get(variable[1] ?? variable[2]!) ?? fail()
    return fail()
  }

  function comparison(): boolean {
    space()
    if (skip(/!\s*/)) return !comparison()
    if (skip(/\(/)) {
      const inner = condition()
      space()
      expect(/\)/)
      return inner
    }
    const left = value()
    if (skip(/\.matches\("/)) {
      const pattern = expect(/([^"]*)"\)/)[1]!
      return new RegExp(`^(?:${pattern})$`).test(left)
    }
    space()
    const operator = expect(/==|!=/)[0]
    const right = value()
    return operator === '==' ? left === right : left !== right
  }

  function condition(): boolean {
    let result = comparison()
    for (;;) {
      space()
      const operator = skip(/\|\||&&/)?.[0]
      if (operator === undefined) return result
      const right = comparison()
      result = operator === '||' ? result || right : result && right
    }
  }

  function statements(live: boolean): void {
    for (;;) {
      space()
      if (at === template.length || skip(/(?=#(?:end|else|elseif)\b)/)) return
      if (skip(/##[^\n]*/)) continue
      if (skip(/#set\s*\(\s*/)) {
        const header = skip(/\$context\.responseOverride\.header\.([\w-]+)\s*=/)
        const variable = header ? undefined : expect(/\$(\w+)\s*=/)
        const given = value()
        space()
        expect(/\)/)
        if (!live) continue
        if (header) headers[header[1]!.toLowerCase()] = given
        else variables.set(variable![1]!, given)
      } else if (skip(/#if\s*\(/)) {
        let taken = branch(live)
        for (;;) {
          if (skip(/#elseif\s*\(/)) taken = branch(live && !taken) || taken
          else if (skip(/#else\b/)) statements(live && !taken)
          else break
        }
        expect(/#end\b/)
      } else fail()
    }
  }

  /** A condition, its closing bracket and what it guards; whether it held. */
  function branch(live: boolean): boolean {
    const holds = condition()
    space()
    expect(/\)/)
    statements(live && holds)
    return holds
  }

  statements(true)
  if (at !== template.length) fail()
  return headers
}
