/**
 * What had focus may be removed, disabled or hidden by the action that it started: the browser then moves focus to the
 * body, and a keyboard user starts at the top of the page again. This moves it to the nearest control instead.
 */
export function keepFocus(): () => void {
  /** The element that has focus, or had it when it went away; undefined when the user took focus away. */
  let owner: HTMLElement | undefined
  /** Elements that had focus before, the last one first. */
  let earlier: readonly HTMLElement[] = []

  function onFocusIn({ target }: FocusEvent) {
    if (!(target instanceof HTMLElement)) return
    owner = target
    earlier = [target, ...earlier.filter(one => one !== target && one.isConnected)].slice(0, MAX_EARLIER)
  }
  function onFocusOut({ target, relatedTarget }: FocusEvent) {
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return
    // A click beside every control takes focus away; the control itself is as it was.
    queueMicrotask(() => {
      if (target === owner && isFree() && isUsable(target)) owner = undefined
    })
  }
  function restore(records: readonly MutationRecord[]) {
    if (!owner || !isFree() || !document.hasFocus() || isArriving()) return
    const gone = owner
    const next =
      sameField(gone) ??
      neighbour(gone, records) ??
      (isOfEarlierContent(gone) ? undefined : earlier.find(isUsable)) ??
      home()
    next?.focus()
  }
  /** What is hidden by a style has lost focus only after the next frame. A task follows it; a callback would cost another. */
  const check = () => requestAnimationFrame(() => setTimeout(() => restore([])))

  const observer = new MutationObserver(restore)
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'hidden'] })
  const listeners = [
    ['focusin', onFocusIn],
    ['focusout', onFocusOut],
    ['click', check],
    ['keydown', check],
  ] as const
  for (const [type, listener] of listeners) document.addEventListener(type, listener as EventListener)
  if (document.activeElement instanceof HTMLElement && !isFree()) owner = document.activeElement
  return () => {
    observer.disconnect()
    for (const [type, listener] of listeners) document.removeEventListener(type, listener as EventListener)
  }
}

const MAX_EARLIER = 12

/** Nothing has focus that a key could reach. */
function isFree(): boolean {
  const { activeElement: active, body } = document
  return active === null || active === body || active.matches(':disabled')
}

/** The code of the open step, or of the page, is not there yet: focus is moved when it is. */
const isArriving = () => document.querySelector('.form [aria-busy="true"], main[aria-busy="true"]') !== null

/** All content of the page was replaced: what had focus before is in the bar, far from the new content. */
const isOfEarlierContent = (gone: HTMLElement): boolean => gone.closest('main')?.isConnected === false

const isUsable = (element: HTMLElement): boolean =>
  element.isConnected &&
  !element.matches(':disabled') &&
  element.checkVisibility({ visibilityProperty: true }) &&
  element.closest('[inert], [aria-hidden="true"]') === null

const usableIn = (box: ParentNode) =>
  [
    ...box.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ].filter(element => element.tabIndex >= 0 && isUsable(element))

/** The control that took the place of `gone`: the same field of another document, the same tab. */
function sameField({ id, dataset }: HTMLElement): HTMLElement | undefined {
  const selectors = [
    ...(id ? [`#${CSS.escape(id)}`] : []),
    ...(dataset.field ? [`[data-field="${CSS.escape(dataset.field)}"]`] : []),
  ]
  return selectors
    .flatMap(selector => [...document.querySelectorAll<HTMLElement>(selector)])
    .find(element => element.tabIndex >= 0 && isUsable(element))
}

/** The first control after the place where `gone` was, or the last one before it, in the smallest part that has any. */
function neighbour(gone: HTMLElement, records: readonly MutationRecord[]): HTMLElement | undefined {
  const record = records.find(({ removedNodes }) => [...removedNodes].some(node => node.contains(gone)))
  let box = gone.isConnected ? gone.parentElement : (record?.target ?? null)
  let before: Node | null = gone.isConnected ? gone : (record?.previousSibling ?? null)
  // Menus, dialogs and toasts lie outside: what opened them is among the earlier elements.
  while (box instanceof Element && box.closest('main, [role="dialog"]')) {
    const all = usableIn(box)
    const start = before
    const after = start?.isConnected
      ? all.find(
          one =>
            !start.contains(one) && start.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
        )
      : all[0]
    const found = after ?? all.at(-1)
    if (found) return found
    before = box
    box = box.parentElement
  }
  return undefined
}

/** The heading of the page, or its first control. */
const home = () =>
  document.querySelector<HTMLElement>('[data-focus-home]') ??
  usableIn(document.querySelector('main') ?? document)[0]
