'use client'

import { type FocusEvent, useEffect, useState } from 'react'
import { CloseButton } from './button'
import { Icon } from './icon'
import { createStore, useStore } from './store'

export interface Toast {
  readonly text: string
  readonly tone?: 'ok' | 'err' | 'warn'
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Stays until it is closed, answered or replaced. */
  readonly lasting?: boolean
}

/** Time that a toast stays: enough to read it and to reach its action (WCAG 2.2.1). */
const SHOWN_MS = { plain: 5000, withAction: 10_000 } as const

interface ShownToast extends Toast {
  /** Distinguishes two toasts with the same text. */
  readonly serial: number
}

const shownToast = createStore<ShownToast | undefined>(undefined)
let serial = 0

/** Shows one line at the foot of the page; a new one replaces the last. Returns the function that closes it. */
export function showToast(toast: Toast): () => void {
  serial += 1
  const own = { ...toast, serial }
  shownToast.set(own)
  return () => {
    if (shownToast.get() === own) closeToast()
  }
}

const closeToast = () => shownToast.set(undefined)

const icons = {
  ok: ['ok', 'text-success'],
  err: ['error', 'text-destructive'],
  warn: ['warning', 'text-warning'],
} as const

/** The place where toasts appear: mount it once. */
export function Toaster({ className }: { readonly className?: string }) {
  const toast = useStore(shownToast)
  return (
    <div role="status" aria-live="polite" className={className}>
      {toast && <ToastLine key={toast.serial} toast={toast} />}
    </div>
  )
}

/** One toast. Its time starts again when the pointer and the focus have left it. */
function ToastLine({ toast }: { readonly toast: Toast }) {
  const { text, tone = 'ok', action, lasting } = toast
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  const stays = lasting || hovered || focused
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(closeToast, action || tone === 'err' ? SHOWN_MS.withAction : SHOWN_MS.plain)
    return () => clearTimeout(timer)
  }, [stays, action, tone])
  const [icon, ink] = icons[tone]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the line in place
    <div
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={(event: FocusEvent) => setFocused(event.currentTarget.contains(event.relatedTarget))}
      className="flex min-h-10 items-center gap-2 rounded-card border border-border-strong bg-popover py-1.5 pr-1.5 pl-3 shadow-2"
    >
      <Icon name={icon} className={ink} />
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className="link px-1"
          onClick={() => {
            closeToast()
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
      <CloseButton label="Close" onClick={closeToast} />
    </div>
  )
}
