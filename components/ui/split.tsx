'use client'

import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react'
import { classes } from './classes'

export interface SplitProps {
  readonly label: string
  /** The line between the panes: `vertical` is dragged sideways. */
  readonly orientation: 'vertical' | 'horizontal'
  /** Size in px of the pane it sets; undefined is the layout's own. */
  readonly value: number | undefined
  /** Id of that pane. */
  readonly controls: string
  readonly min: number
  readonly max: () => number
  /** The pane lies after the line, so that moving back makes it larger. */
  readonly reverse?: boolean
  readonly onChange: (size: number | undefined) => void
  readonly className?: string
}

const STEP = 16

/**
 * The line between two panes. It is dragged, or moved with the arrow keys, Home and End; double-click or Enter returns
 * to the layout's own size.
 */
export function Split(props: SplitProps) {
  const { label, orientation, value, controls, min, max, reverse, onChange, className } = props
  const vertical = orientation === 'vertical'
  const [now, setNow] = useState({ size: min, max: min })
  const measure = () => {
    const { width = min, height = min } = document.getElementById(controls)?.getBoundingClientRect() ?? {}
    return Math.round(vertical ? width : height)
  }
  const clamp = (size: number) => Math.round(Math.min(Math.max(size, min), Math.max(min, max())))

  // Screen readers are told the size that the pane has, whoever decided it.
  useEffect(() => {
    const pane = document.getElementById(controls)
    if (!pane) return
    const observer = new ResizeObserver(() => {
      const size = measure()
      const most = Math.max(size, Math.round(max()))
      setNow(before => (before.size === size && before.max === most ? before : { size, max: most }))
    })
    observer.observe(pane)
    return () => observer.disconnect()
  })

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    const handle = event.currentTarget
    const from = vertical ? event.clientX : event.clientY
    const size = measure()
    handle.setPointerCapture(event.pointerId)
    handle.onpointermove = move => {
      const by = (vertical ? move.clientX : move.clientY) - from
      onChange(clamp(size + (reverse ? -by : by)))
    }
    handle.onpointerup = handle.onpointercancel = () => {
      handle.onpointermove = null
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const [less, more] = vertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const grow = event.key === more ? STEP : event.key === less ? -STEP : 0
    if (event.key === 'Enter') onChange(undefined)
    else if (event.key === 'Home') onChange(min)
    else if (event.key === 'End') onChange(clamp(max()))
    else if (grow !== 0) onChange(clamp(measure() + (reverse ? -grow : grow)))
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a splitter that moves is a focusable separator (ARIA 1.2), which <hr> is not
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuemin={min}
      aria-valuemax={now.max}
      aria-valuenow={now.size}
      aria-valuetext={`${now.size} pixels${value === undefined ? ', automatic' : ''}`}
      aria-controls={controls}
      title="Drag, or use the arrow keys; double-click or Enter resets"
      onPointerDown={onPointerDown}
      onDoubleClick={() => onChange(undefined)}
      onKeyDown={onKeyDown}
      className={classes(
        'group relative z-20 grid touch-none place-items-center',
        vertical ? '-mx-1 w-[9px] cursor-col-resize' : '-my-1 h-[9px] cursor-row-resize',
        className,
      )}
    >
      <span
        className={classes(
          'rounded-full border border-input bg-card transition-opacity',
          vertical
            ? 'h-8 w-[5px] opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100'
            : 'h-[5px] w-8',
        )}
      />
    </div>
  )
}
