const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** The name of the key that shortcuts are combined with, on this machine. */
export const commandKey = (): string => (isApple() ? '⌘' : 'Ctrl')
