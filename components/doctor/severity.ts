import type { IconName } from '@/components/ui/icon'
import type { Severity } from '@/lib/doctor/finding'

/** How a severity is shown: always as a word too, never as a colour alone. */
export const SEVERITIES: Readonly<
  Record<Severity, { readonly word: string; readonly icon: IconName; readonly ink: string }>
> = {
  error: { word: 'Error', icon: 'error', ink: 'text-destructive' },
  warning: { word: 'Warning', icon: 'warning', ink: 'text-warning' },
  suggestion: { word: 'Suggestion', icon: 'bulb', ink: 'text-muted-foreground' },
}
