'use client'

import { useMemo } from 'react'
import { AccessMap } from '@/components/access-map/access-map'
import type { Valid } from '@/components/session/engine'
import { useSession } from '@/components/session/session'
import { accessGraph } from '@/lib/authorize/access-graph'
import { Section } from './section'

/** Who can call what, as a drawing; a click leads to the field. */
export function AccessMapSection({ compiled, stale }: { readonly compiled: Valid; readonly stale: boolean }) {
  const { focus } = useSession()
  const { model } = compiled
  const graph = useMemo(() => accessGraph(model), [model])
  return (
    <Section title="Access map" stale={stale} className="col-span-full">
      <AccessMap
        graph={graph}
        title={`Access map of ${model.service}`}
        fileName={`${model.service}-access-map.svg`}
        onOpen={focus.reveal}
        className="access-map-capped"
      />
    </Section>
  )
}
