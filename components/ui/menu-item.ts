import type { IconName } from './icon'

/** One line of a menu. */
export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly title?: string
  readonly icon?: IconName
  /** Muted, at the right: a key, a count. */
  readonly hint?: string
  /** Shows a check: it is what holds now. */
  readonly checked?: boolean
  readonly disabled?: boolean
  /** A line above it. */
  readonly separated?: boolean
  readonly onSelect: () => void
}
