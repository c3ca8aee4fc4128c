type TextBox = HTMLInputElement | HTMLTextAreaElement

let isCollected = false

/**
 * Collects the text that was typed before the page's code ran, once. Returns a function that types it again, once somebody
 * listens: React reports no change that came before it. A field that shows another document since is left alone.
 */
export function collectEarlyText(): () => void {
  const boxes = isCollected ? [] : document.querySelectorAll<TextBox>('input[type="text"], textarea')
  isCollected = true
  const early = [...boxes].flatMap(box =>
    box.value === box.defaultValue ? [] : [{ box, text: box.value, from: box.defaultValue }],
  )
  return () => {
    for (const { box, text, from } of early) if ([text, from].includes(box.value)) typeAgain(box, text, from)
  }
}

/** React compares with what it set last, by its own setter; the setter of the browser is a user's input. */
function typeAgain(box: TextBox, text: string, from: string) {
  const { selectionStart, selectionEnd } = box
  box.value = from
  Reflect.set(Object.getPrototypeOf(box), 'value', text, box)
  box.setSelectionRange(selectionStart, selectionEnd)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
