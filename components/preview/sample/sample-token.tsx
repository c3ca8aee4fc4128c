'use client'

import { type CSSProperties, lazy, type ReactNode, Suspense, useCallback, useRef } from 'react'
import { useSession } from '@/components/session/session'
import { IconButton } from '@/components/ui/button'
import { Split } from '@/components/ui/split'
import { useSettled } from '../use-settled'
import { useSampleLayout } from './use-sample-layout'

const SampleBody = lazy(() => import('./sample-body'))

export interface SampleTokenProps {
  /** The step leaves little room: closed unless it was opened by hand. */
  readonly closed?: boolean
}

/** The token that one client of the spec would get, and what it opens. It follows the spec as that changes. */
export function SampleToken({ closed = false }: SampleTokenProps) {
  const { engine } = useSession()
  const valid = useSettled(
    engine.subscribe,
    useCallback(() => engine.get().valid, [engine]),
  )
  const pane = useRef<HTMLElement>(null)
  const { open, shown, height, setHeight, toggle } = useSampleLayout(closed)
  const button = (
    <IconButton
      icon={shown ? 'chevron-down' : 'chevron-up'}
      label={shown ? 'Collapse the sample token' : 'Show the sample token'}
      aria-expanded={shown}
      onClick={toggle}
      className="sample-toggle narrow:hidden"
    />
  )
  return (
    <>
      {shown && (
        <Split
          label="Height of the sample token"
          orientation="horizontal"
          reverse
          value={height}
          measure={() => pane.current?.offsetHeight ?? 304}
          min={120}
          max={() => (pane.current?.parentElement?.offsetHeight ?? 800) - 200}
          onChange={setHeight}
          className="sample-split narrow:hidden"
        />
      )}
      <section
        ref={pane}
        aria-label="Sample token"
        data-open={open}
        style={height === undefined ? undefined : ({ '--sample-height': `${height}px` } as CSSProperties)}
        className="sample"
      >
        {valid ? (
          <Suspense fallback={<SampleBar end={button} />}>
            <SampleBody valid={valid} end={button} />
          </Suspense>
        ) : (
          <SampleBar end={button} />
        )}
      </section>
    </>
  )
}

/** The head of the pane, with `children` between its title and its end. */
export function SampleBar({ children, end }: { readonly children?: ReactNode; readonly end: ReactNode }) {
  return (
    <div className="flex h-10 flex-none items-center gap-2 border-line border-t pr-2 pl-4 narrow:h-13">
      <h2 className="whitespace-nowrap font-semibold narrow:sr-only">Sample token</h2>
      {children ?? <span className="flex-1" />}
      {end}
    </div>
  )
}
