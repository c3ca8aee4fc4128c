'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { CloseButton } from './button'
import { Icon } from './icon'

export interface Toast {
  readonly text: string
  readonly tone?: 'ok' | 'err' | 'warn'
  readonly action?: { readonly label: string; readonly run: () => void }
}

const SHOWN_MS = 5000
let current: (Toast & { readonly serial: number }) | undefined
let serial = 0
const listeners = new Set<() => void>()

function set(next: typeof current) {
  current = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says one line at the foot of the form for five seconds; a new one takes the place of the last. */
export function showToast(toast: Toast) {
  serial += 1
  set({ ...toast, serial })
}

const icons = { ok: ['ok', 'text-ok'], err: ['error', 'text-err'], warn: ['warning', 'text-warn'] } as const

/** Where toasts appear: mount it once, inside the panel they belong to. */
export function Toaster({ className }: { readonly className?: string }) {
  const toast = useSyncExternalStore(
    subscribe,
    () => current,
    () => undefined,
  )
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => set(undefined), toast.tone === 'err' ? 2 * SHOWN_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast])
  const [icon, ink] = icons[toast?.tone ?? 'ok']
  return (
    <div role="status" aria-live="polite" className={className}>
      {toast && (
        <div className="flex min-h-10 items-center gap-2 rounded-card border border-line-2 bg-raised py-1.5 pr-1.5 pl-3 shadow-2">
          <Icon name={icon} className={ink} />
          <span>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              className="link px-1"
              onClick={() => {
                toast.action?.run()
                set(undefined)
              }}
            >
              {toast.action.label}
            </button>
          )}
          <CloseButton label="Close" onClick={() => set(undefined)} />
        </div>
      )}
    </div>
  )
}
