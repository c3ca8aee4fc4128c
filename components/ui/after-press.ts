let isPressed = false
const waiting: (() => void)[] = []

function release() {
  isPressed = false
  for (const action of waiting.splice(0)) action()
}

function press({ button }: MouseEvent) {
  release()
  isPressed = button === 0
}

if (typeof window !== 'undefined') {
  addEventListener('mousedown', press, true)
  // The last three come where a release does not: after a list of options that the system draws, for one.
  for (const type of ['mouseup', 'dragend', 'contextmenu', 'keydown']) addEventListener(type, release, true)
}

/**
 * Runs `action` at once or, while the pointer is pressed, when it is released. For what moves the page when a field is left:
 * the button that was pressed would no longer be under the pointer, and the click would be lost.
 */
export function afterPress(action: () => void): void {
  if (isPressed) waiting.push(action)
  else action()
}
