import type { IconName } from './icon'

/** One line of a menu. */
export interface MenuItem {
  readonly id: string
  readonly label: string
  /** A second line, muted: what it is for. */
  readonly description?: string
  readonly icon?: IconName
  /** Muted text at the right: a key, a count. */
  readonly hint?: string
  /** Shows a check mark: it is the current choice. */
  readonly checked?: boolean
  readonly disabled?: boolean
  /** A line above it. */
  readonly separated?: boolean
  /** `onSelect` moves focus: the button of the menu does not get it back. */
  readonly movesFocus?: boolean
  readonly onSelect: () => void
}
