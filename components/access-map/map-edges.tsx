import { classes } from '@/components/ui/classes'
import type { Edge } from '@/lib/access-map/layout'
import type { AccessPath } from '@/lib/access-map/path'

export interface MapEdgesProps {
  readonly edges: readonly Edge[]
  readonly rows: number
  readonly path: AccessPath | undefined
}

/** The lines between two columns: one unit high for each row, and as wide as the room between the columns. */
export function MapEdges({ edges, rows, path }: MapEdgesProps) {
  const isLit = ({ links }: Edge) => path !== undefined && links.some(link => path.links.has(link))
  // What is drawn last is on top.
  const sorted = path ? [...edges.filter(edge => !isLit(edge)), ...edges.filter(isLit)] : edges
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 100 ${rows}`}
      preserveAspectRatio="none"
      className="access-map-edges"
    >
      {sorted.map(edge => {
        const [from, to] = edge.rows.map(row => row + 0.5)
        return (
          <path
            key={`${edge.from} ${edge.to}`}
            d={`M0 ${from}C50 ${from} 50 ${to} 100 ${to}`}
            data-state={path ? (isLit(edge) ? 'lit' : 'dim') : undefined}
            className={classes(edge.isIdle && 'idle', edge.links.length > 1 && 'many')}
          />
        )
      })}
    </svg>
  )
}
