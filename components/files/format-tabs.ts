import type { Format, FormatId } from '@/lib/compile'

export interface FormatTab {
  readonly main: Format
  /** The same document in other notations, itself first; alone when there is but one. */
  readonly notations: readonly Format[]
  /** A shorter name for a narrow pane, if the usual one is long. */
  readonly short?: string | undefined
}

const SHORT: Partial<Record<FormatId, string>> = { cloudformation: 'CFN' }

/** One tab for each name; formats that share it are notations of one document. */
export const formatTabs = (formats: readonly Format[]): readonly FormatTab[] =>
  formats
    .filter((format, i) => formats.findIndex(({ name }) => name === format.name) === i)
    .map(main => ({
      main,
      notations: formats.filter(({ name }) => name === main.name),
      short: SHORT[main.id],
    }))

export const tabOf = (tabs: readonly FormatTab[], id: FormatId): FormatTab =>
  tabs.find(({ notations }) => notations.some(notation => notation.id === id)) ?? tabs[0]!
