/** Whether this is a machine with ⌘ and Option keys. Option with any key writes a character there. */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)

/** Whether keys that are pressed in `target` are text, or choose a value. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))
