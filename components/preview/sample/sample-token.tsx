'use client'

import { type CSSProperties, lazy, Suspense, useRef } from 'react'
import { useSession } from '@/components/session/session'
import { IconButton } from '@/components/ui/button'
import { SplitLine } from '@/components/ui/split-line'
import { useStore } from '@/components/ui/store'
import { useDebouncedStore } from '../use-debounced-store'
import { SampleBar } from './sample-bar'
import { useSampleLayout } from './use-sample-layout'

const SampleBody = lazy(() => import('./sample-body'))

const PANE_ID = 'sample-pane'

export interface SampleTokenProps {
  /** The step leaves little room: closed unless it was opened manually. */
  readonly closed?: boolean | undefined
}

/** The token that one client of the spec would get, and the endpoints it gives access to. It follows the spec. */
export function SampleToken({ closed = false }: SampleTokenProps) {
  const { engine } = useSession()
  const compiled = useDebouncedStore(engine, state => state.valid, '')
  // At once, not debounced: nothing of another document is shown for a moment. Whether, not what: that is new at each key.
  const isCompiled = useStore(engine, state => state.valid !== undefined)
  const hasErrors = useStore(engine, ({ errors }) => errors.length > 0)
  const valid = isCompiled ? compiled : undefined
  const pane = useRef<HTMLElement>(null)
  const { open, shown, height, setHeight, toggle } = useSampleLayout(closed)
  const button = (
    <IconButton
      icon={shown ? 'chevron-down' : 'chevron-up'}
      label={shown ? 'Collapse the sample token' : 'Show the sample token'}
      aria-expanded={shown}
      onClick={toggle}
      className="sample-toggle max-md:hidden"
    />
  )
  return (
    <>
      {shown && (
        <SplitLine
          label="Height of the sample token"
          orientation="horizontal"
          reverse
          value={height}
          controls={PANE_ID}
          min={120}
          max={() => (pane.current?.parentElement?.offsetHeight ?? 800) - 200}
          onChange={setHeight}
          className="sample-split max-md:hidden"
        />
      )}
      <section
        ref={pane}
        id={PANE_ID}
        aria-label="Sample token"
        data-open={open}
        style={height === undefined ? undefined : ({ '--sample-height': `${height}px` } as CSSProperties)}
        className="sample"
      >
        {valid ? (
          <Suspense fallback={<SampleBar end={button} />}>
            <SampleBody valid={valid} isOlder={hasErrors} end={button} />
          </Suspense>
        ) : (
          <>
            <SampleBar end={button} />
            {hasErrors && (
              <p className="sample-body px-4 text-muted-foreground">
                The sample token appears here when the form is complete and valid.
              </p>
            )}
          </>
        )}
      </section>
    </>
  )
}
