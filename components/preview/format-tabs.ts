import type { Format } from '@/lib/compile'
import type { FormatId } from '@/lib/emit/emitter'

export interface FormatTab {
  readonly main: Format
  /** The same document in other notations, itself first; alone when there is but one. */
  readonly notations: readonly Format[]
}

/** One tab for each format; `cloudformation-json` is a notation of `cloudformation`, as its id says. */
export const formatTabs = (formats: readonly Format[]): readonly FormatTab[] =>
  formats
    .filter(format => !formats.some(other => format.id.startsWith(`${other.id}-`)))
    .map(main => ({
      main,
      notations: formats.filter(({ id }) => id === main.id || id.startsWith(`${main.id}-`)),
    }))

export const tabOf = (tabs: readonly FormatTab[], id: FormatId): FormatTab =>
  tabs.find(({ notations }) => notations.some(notation => notation.id === id)) ?? tabs[0]!
