'use client'

import { useEffect, useState } from 'react'
import { AccessMap } from '@/components/access-map/access-map'
import type { AccessGraph } from '@/lib/access-map/graph'
import type { ReportPlace } from '@/lib/doctor/report'
import { isOld, useDoctor, useDoctorState } from '../use-doctor'

/** Who can call the endpoints of the chosen API, as a drawing; a click leads to the line in the files. */
export default function FilesMap() {
  const doctor = useDoctor()
  const graph = useAccessGraph()
  const isOutdated = useDoctorState(isOld)
  if (!graph) return null
  if (graph.endpoints.length === 0)
    return <p className="p-4 text-muted-foreground">These files show no endpoint of an API.</p>
  return (
    <AccessMap
      graph={graph}
      title="Access map"
      fileName="access-map.svg"
      onOpen={place => doctor.goTo(place, true)}
      className={isOutdated ? 'p-4 opacity-60' : 'p-4'}
    />
  )
}

/** The graph of the last examination; the one before stays until it is there. */
function useAccessGraph(): AccessGraph<ReportPlace> | undefined {
  const doctor = useDoctor()
  const report = useDoctorState(({ examination }) => examination?.report)
  const [graph, setGraph] = useState<AccessGraph<ReportPlace>>()
  const [failure, setFailure] = useState<unknown>()
  if (failure !== undefined) throw failure
  // biome-ignore lint/correctness/useExhaustiveDependencies: another examination has another graph
  useEffect(() => {
    let late = false
    doctor.accessGraph().then(
      drawn => {
        if (!late) setGraph(drawn)
      },
      error => {
        if (!late) setFailure(error)
      },
    )
    return () => {
      late = true
    }
  }, [doctor, report])
  return graph
}
