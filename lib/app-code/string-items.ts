import { quote } from '../text/code'
import type { Line } from '../text/line'

/** String literals with a comma each, one a line: the items of an array or of an argument list. */
export const stringItems = (texts: readonly string[]): readonly Line[] =>
  texts.map(text => ({ text: `${quote(text)},` }))
