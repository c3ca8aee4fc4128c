/** Focuses the open item of a list once it is on the page; the button that adds one if the list is empty. */
export function focusOpenItem(list: string, focusAddButton: () => void) {
  requestAnimationFrame(() => {
    const tab = document.querySelector<HTMLElement>(`[role="tab"][aria-selected="true"][id^="${list}-tab-"]`)
    if (tab) tab.focus()
    else focusAddButton()
  })
}
