import { parseSync } from '@swc/core'

/** A node of swc's syntax tree, as far as mutations look at it. */
export interface Node {
  readonly type: string
  readonly span: { readonly start: number; readonly end: number }
  readonly [key: string]: unknown
}

/** A source and its syntax tree. swc counts bytes, and from where the source before ended. */
export class SourceText {
  readonly program: Node
  readonly #bytes: Buffer
  readonly #base: number

  constructor(source: string) {
    // The first statement's place is where the source begins, which the span of the program does not tell.
    this.#bytes = Buffer.from(`;${source}`)
    const program = parseSync(`;${source}`, { syntax: 'typescript', target: 'es2022' })
    this.program = program as unknown as Node
    this.#base = (program.body[0] as unknown as Node).span.start
  }

  /** Text between two places as swc counts them. */
  slice(start: number, end: number): string {
    return this.#bytes.toString('utf8', start - this.#base, end - this.#base)
  }

  of({ span }: Node): string {
    return this.slice(span.start, span.end)
  }

  /** The whole source, with `text` between two places. */
  replace(start: number, end: number, text: string): string {
    return this.slice(this.#base + 1, start) + text + this.slice(end, this.#base + this.#bytes.length)
  }

  /** Bytes of the source before a place. */
  byteAt(place: number): number {
    return place - this.#base - 1
  }

  /** Number of the line, counted from 1. */
  lineAt(place: number): number {
    return this.slice(this.#base, place).split('\n').length
  }
}
