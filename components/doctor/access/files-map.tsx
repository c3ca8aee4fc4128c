'use client'

import { AccessMap } from '@/components/access-map/access-map'
import { useDoctor, useDoctorState } from '../use-doctor'

/** Who can call the endpoints of the chosen API, as a drawing; a click leads to the line in the files. */
export default function FilesMap() {
  const doctor = useDoctor()
  const graph = useDoctorState(({ examination }) => examination?.graph)
  const isOld = useDoctorState(({ faults }) => faults.length > 0)
  if (!graph) return null
  if (graph.endpoints.length === 0)
    return <p className="p-4 text-muted-foreground">There is no endpoint of an API in these files.</p>
  return (
    <AccessMap
      graph={graph}
      title="Access map"
      fileName="access-map.svg"
      onOpen={place => doctor.goTo(place, true)}
      className={isOld ? 'p-4 opacity-60' : 'p-4'}
    />
  )
}
