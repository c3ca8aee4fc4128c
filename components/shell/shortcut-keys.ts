import { isApple } from '@/components/ui/keyboard'

/** The name of the key that shortcuts are combined with, on this machine. */
export const commandKey = (): string => (isApple() ? '⌘' : 'Ctrl')
