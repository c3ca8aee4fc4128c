import type { Line } from '../text/line'

export type SnippetId = 'react-oidc' | 'react-amplify' | 'client-credentials' | 'verifier'

/** One file of code for one app client. */
export interface Snippet {
  readonly id: SnippetId
  /** Name of the library, for a list of choices. */
  readonly label: string
  readonly fileName: string
  /** Lines that the file consists of; each ends in a line feed. */
  readonly text: string
}

/** Code that does not fit a client, and what to do instead. */
export interface MissingSnippet {
  readonly id: SnippetId
  readonly label: string
  /** One sentence: why there is no code. */
  readonly reason: string
  /** One sentence: what to change or use. */
  readonly instead: string
}

/** Lines of a snippet, or the reason why there are none. */
export type SnippetLines = readonly Line[] | Pick<MissingSnippet, 'reason' | 'instead'>
