/** The readers that not every input needs: a page can load each with the first file that needs it. */
export interface Readers {
  readonly sam?: typeof import('./sam/sam')
  readonly serverless?: typeof import('./serverless/serverless')
  readonly openapi?: typeof import('./openapi/openapi')
  readonly 'aws-snapshot'?: typeof import('./aws-snapshot/aws-snapshot')
  /** HTTP APIs of templates. */
  readonly http?: typeof import('./cloudformation/http')
  /** What to say of a file that is none of these. */
  readonly refusal?: typeof import('./refusal')
}

/** A reader is not loaded. Only files say which ones they need, so this is how whoever loads them learns it. */
export class MissingReader extends Error {
  constructor(readonly reader: keyof Readers) {
    super(`the reader ${reader} is not loaded`)
  }
}

/** The reader with a name; throws `MissingReader` where it is not loaded. */
export function reader<Name extends keyof Readers>(readers: Readers, name: Name): NonNullable<Readers[Name]> {
  const found = readers[name]
  if (!found) throw new MissingReader(name)
  return found
}
