import { flow, parties } from './facts'

const HEAD = 32
const ROW = 44
const HEIGHT = HEAD + 20 + flow.length * ROW

/** Sequence diagram of a call between app, user pool, API and function; narrower on a small screen. */
export function RequestFlow() {
  return (
    <div className="rounded-card border border-border-strong bg-background p-4 max-md:p-2">
      <Picture lane={178} box={124} id="arrow-wide" className="max-md:hidden" />
      <Picture lane={94} box={86} id="arrow-narrow" className="hidden max-md:block" />
    </div>
  )
}

interface PictureProps {
  /** Distance between two parties. */
  readonly lane: number
  readonly box: number
  readonly id: string
  readonly className: string
}

function Picture({ lane, box, id, className }: PictureProps) {
  const width = lane * parties.length
  const center = (party: number) => lane * (party + 0.5)
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className={`block w-full ${className}`}
      role="img"
      aria-label="How a request is authorized. The list below has the same steps."
    >
      <defs>
        <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path
            d="M1 1l6 3-6 3"
            className="fill-none stroke-primary"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </marker>
      </defs>
      {parties.map((name, party) => (
        <g key={name}>
          <line
            x1={center(party)}
            x2={center(party)}
            y1={HEAD}
            y2={HEIGHT}
            className="stroke-border-strong"
            strokeDasharray="3 4"
          />
          <rect
            x={center(party) - box / 2}
            y="1"
            width={box}
            height={HEAD - 2}
            rx="6"
            className="fill-card stroke-border-strong"
          />
          <text
            x={center(party)}
            y={HEAD / 2 + 4.5}
            textAnchor="middle"
            className="fill-foreground font-semibold text-s"
          >
            {name}
          </text>
        </g>
      ))}
      {flow.map((step, i) => (
        <FlowStep key={step.text} {...step} index={i} center={center} arrow={id} />
      ))}
    </svg>
  )
}

interface FlowStepProps {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly index: number
  readonly center: (party: number) => number
  readonly arrow: string
}

function FlowStep({ from, to, text, index, center, arrow }: FlowStepProps) {
  const y = HEAD + 36 + index * ROW
  const label = `${index + 1}  ${text}`
  if (from === to)
    return (
      <g>
        <rect
          x={center(from) - 50}
          y={y - 20}
          width="100"
          height="28"
          rx="6"
          className="fill-primary-soft stroke-primary-border"
        />
        <text x={center(from)} y={y - 1.5} textAnchor="middle" className="fill-foreground text-s">
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
        className="stroke-primary"
        strokeWidth="1.5"
        markerEnd={`url(#${arrow})`}
      />
      <text
        x={(start + end) / 2}
        y={y - 7}
        textAnchor="middle"
        className="fill-foreground stroke-background text-s [paint-order:stroke] [stroke-width:4px]"
      >
        {label}
      </text>
    </g>
  )
}
