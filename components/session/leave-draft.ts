/**
 * Leaves a field whose text is not in the document yet, such as a half-typed scope: it is added when the field loses focus.
 * A field that is removed from the page loses it without an event.
 */
export function leaveDraft(): void {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && 'draft' in activeElement.dataset) activeElement.blur()
}
