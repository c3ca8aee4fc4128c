import type { ScalarNode } from './node'

/** How new text is written. */
export interface Spelling {
  readonly json: boolean
  /** Inside brackets, where commas and brackets end a plain scalar. */
  readonly flow: boolean
  /** A neighbour whose quoting style is used. */
  readonly like?: ScalarNode | undefined
  readonly lineBreak?: string
  readonly listIndent?: string
}

/** Texts that YAML 1.1 or 1.2 would read as something else, or that need quotes. */
const SAFE = /^[A-Za-z](?:[A-Za-z0-9_./@+-]|:(?=\S))*$/
const WORDS = /^(?:true|false|yes|no|on|off|y|n|null)$/i

/** A scalar in YAML or JSON. */
export function spell(value: string, { json, like }: Spelling): string {
  if (json || like?.style === 'double') return JSON.stringify(value)
  if (like?.style === 'single') return `'${value.replaceAll("'", "''")}'`
  return SAFE.test(value) && !WORDS.test(value) ? value : JSON.stringify(value)
}
