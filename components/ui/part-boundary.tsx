'use client'

import { Component, type ReactNode } from 'react'
import { showToast } from './toast'

/** What a message says of a part of the page that cannot be fetched or shown. */
export const PART_MISSING =
  'Part of the page is missing: there is a new version, or no connection. Your document is saved.'

export interface PartBoundaryProps {
  /** Shown in place of a part that failed. */
  readonly fallback: ReactNode
  readonly onFail?: () => void
  readonly children: ReactNode
}

/** Reports a menu or a dialog that cannot be loaded or shown, instead of failing the page. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch() {
    this.props.onFail?.()
    showToast({
      text: PART_MISSING,
      tone: 'warn',
      lasting: true,
      action: { label: 'Reload', run: () => location.reload() },
    })
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
