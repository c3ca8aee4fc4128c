import type { InputFormat } from './detect'

/** The readers of formats that not every input needs: a page can load each with the first file of its format. */
export interface Readers {
  readonly sam?: typeof import('./sam/sam')
  readonly serverless?: typeof import('./serverless/serverless')
  readonly openapi?: typeof import('./openapi/openapi')
  readonly 'aws-snapshot'?: typeof import('./aws-snapshot/aws-snapshot')
}

/** The reader of a format that one of the files has. Whoever opened the files has loaded it. */
export function reader<Format extends keyof Readers & InputFormat>(
  readers: Readers,
  format: Format,
): NonNullable<Readers[Format]> {
  const found = readers[format]
  if (!found) throw new Error(`the reader of ${format} is not loaded`)
  return found
}
