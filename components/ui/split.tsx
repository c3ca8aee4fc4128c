'use client'

import type { KeyboardEvent, PointerEvent } from 'react'
import { classes } from './classes'

export interface SplitProps {
  readonly label: string
  /** The line between the panes: `vertical` is dragged sideways. */
  readonly orientation: 'vertical' | 'horizontal'
  /** Size in px of the pane it sets; undefined is the layout's own. */
  readonly value: number | undefined
  /** Measures that pane when a move begins. */
  readonly measure: () => number
  readonly min: number
  readonly max: () => number
  /** The pane lies after the line, so that moving back makes it larger. */
  readonly reverse?: boolean
  readonly onChange: (size: number | undefined) => void
  readonly className?: string
}

const STEP = 16

/** The line between two panes: drag it, move it with the arrow keys, double-click for the layout's own size. */
export function Split(props: SplitProps) {
  const { label, orientation, value, measure, min, max, reverse, onChange, className } = props
  const vertical = orientation === 'vertical'
  const clamp = (size: number) => Math.round(Math.min(Math.max(size, min), Math.max(min, max())))

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    const line = event.currentTarget
    const from = vertical ? event.clientX : event.clientY
    const size = measure()
    line.setPointerCapture(event.pointerId)
    line.onpointermove = move => {
      const by = (vertical ? move.clientX : move.clientY) - from
      onChange(clamp(size + (reverse ? -by : by)))
    }
    line.onpointerup = line.onpointercancel = () => {
      line.onpointermove = null
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const [less, more] = vertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const grow = event.key === more ? STEP : event.key === less ? -STEP : 0
    if (event.key === 'Enter' || event.key === 'Home') onChange(undefined)
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
      aria-valuenow={value ?? min}
      aria-valuetext={value === undefined ? 'Automatic' : `${value} pixels`}
      title="Drag to resize, double-click to reset"
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
