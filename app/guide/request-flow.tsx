import { flow, parties } from './facts'

const WIDTH = 712
const LANE = WIDTH / parties.length
const HEAD = 32
const ROW = 44
const HEIGHT = HEAD + 20 + flow.length * ROW
const center = (lane: number) => LANE * (lane + 0.5)

/** The steps of a call between app, user pool, API and function. */
export function RequestFlow() {
  return (
    <div className="overflow-x-auto rounded-card border border-line-2 bg-canvas p-4">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="block w-full min-w-150"
        role="img"
        aria-label="The way of a request: the list below says the same."
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path
              d="M1 1l6 3-6 3"
              className="fill-none stroke-accent"
              strokeWidth="1.5"
              strokeLinecap="round"
            />
          </marker>
        </defs>
        {parties.map((name, lane) => (
          <g key={name}>
            <line
              x1={center(lane)}
              x2={center(lane)}
              y1={HEAD}
              y2={HEIGHT}
              className="stroke-line-2"
              strokeDasharray="3 4"
            />
            <rect
              x={center(lane) - 62}
              y="1"
              width="124"
              height={HEAD - 2}
              rx="6"
              className="fill-surface stroke-line-2"
            />
            <text
              x={center(lane)}
              y={HEAD / 2 + 4.5}
              textAnchor="middle"
              className="fill-fg font-semibold text-[13px]"
            >
              {name}
            </text>
          </g>
        ))}
        {flow.map((step, i) => (
          <FlowStep key={step.text} {...step} index={i} />
        ))}
      </svg>
    </div>
  )
}

interface FlowStepProps {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly index: number
}

function FlowStep({ from, to, text, index }: FlowStepProps) {
  const y = HEAD + 36 + index * ROW
  const label = `${index + 1}  ${text}`
  if (from === to)
    return (
      <g>
        <rect
          x={center(from) - 72}
          y={y - 20}
          width="144"
          height="28"
          rx="6"
          className="fill-accent-soft stroke-accent-line"
        />
        <text x={center(from)} y={y - 1.5} textAnchor="middle" className="fill-fg text-[12px]">
          {label}
        </text>
      </g>
    )
  const start = center(from) + (to > from ? 4 : -4)
  const end = center(to) + (to > from ? -4 : 4)
  return (
    <g>
      <line
        x1={start}
        x2={end}
        y1={y}
        y2={y}
        className="stroke-accent"
        strokeWidth="1.5"
        markerEnd="url(#arrow)"
      />
      <text
        x={(start + end) / 2}
        y={y - 7}
        textAnchor="middle"
        className="fill-fg stroke-canvas text-[12px] [paint-order:stroke] [stroke-width:4px]"
      >
        {label}
      </text>
    </g>
  )
}
