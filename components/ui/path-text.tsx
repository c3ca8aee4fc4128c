import { classes } from './classes'

export interface PathTextProps {
  readonly path: string
  readonly className?: string
}

/** Shorter paths are not split: they are cut at their end where there is no room at all. */
const MIN_SPLIT = 16
/** The end that stays visible, in characters: whole segments, at least the last one. */
const MAX_END = 22

/**
 * A path with its `{variables}` in another colour. Where there is no room, a long one is cut in its middle: paths that
 * share their beginning differ at their end.
 */
export function PathText({ path, className }: PathTextProps) {
  const at = endOf(path)
  if (at === 0)
    return (
      <span className={classes('mono block truncate', className)} title={path}>
        <Segments text={path} />
      </span>
    )
  return (
    <span className={classes('mono flex min-w-0', className)} title={path}>
      {/* One word for screen readers, whatever is cut. */}
      <span className="sr-only">{path}</span>
      <span aria-hidden="true" className="min-w-0 truncate">
        <Segments text={path.slice(0, at)} />
      </span>
      {/* Where even the end has no room, it loses its beginning: written from right to left, it is cut at the left. */}
      <span
        aria-hidden="true"
        className="max-w-[calc(100%-3ch)] shrink-0 overflow-hidden whitespace-nowrap [direction:rtl]"
      >
        <bdi dir="ltr">
          <Segments text={path.slice(at)} />
        </bdi>
      </span>
    </span>
  )
}

/** Where the visible end of a path begins; 0 if it is not to be split. */
function endOf(path: string): number {
  if (path.length < MIN_SPLIT) return 0
  let at = path.lastIndexOf('/')
  for (let next = at; next > 0 && path.length - next <= MAX_END; next = path.lastIndexOf('/', next - 1))
    at = next
  return Math.max(0, at)
}

function Segments({ text }: { readonly text: string }) {
  return text.split(/(\{[^}]*\})/).map((part, i) =>
    part.startsWith('{') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <span key={i} className="text-syntax-tag">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
