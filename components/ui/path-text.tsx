import { classes } from './classes'

export interface PathTextProps {
  readonly path: string
  readonly className?: string
}

/** A path with its `{variables}` in another colour. */
export function PathText({ path, className }: PathTextProps) {
  return (
    <span className={classes('mono', className)} title={path}>
      {path.split(/(\{[^}]*\})/).map((part, i) =>
        part.startsWith('{') ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          <span key={i} className="text-syntax-tag">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </span>
  )
}
