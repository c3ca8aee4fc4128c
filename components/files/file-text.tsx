'use client'

import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { CopyButton } from '@/components/ui/copy-button'
import { downloadText } from '@/components/ui/download'

export interface FileTextProps {
  /** Path of the file, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Of the text, which scrolls. */
  readonly className?: string
}

/** The text of a generated file, with buttons to copy and download it. */
export function FileText({ path, text, className }: FileTextProps) {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    <div className="flex min-h-0 min-w-0 flex-col">
      <div className="flex h-9 flex-none items-center gap-1 border-border border-b pr-1 pl-3 max-md:h-11">
        <span className="mono min-w-0 flex-1 truncate" title={path}>
          {path}
        </span>
        <CopyButton look="quiet" small label={`Copy the text of ${name}`} text={() => text} />
        <Button
          look="quiet"
          small
          icon="download"
          aria-label={`Download ${name}`}
          onClick={() => downloadText(name, text)}
        >
          Download
        </Button>
      </div>
      <section
        key={path}
        aria-label={`Text of ${name}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className={classes(
          'scrollbar-quiet min-h-0 overflow-auto focus-visible:shadow-(--ring-inset) print:max-h-none print:overflow-visible',
          className,
        )}
      >
        <pre className="mono w-max min-w-full px-3 py-2 text-code print:wrap-anywhere print:w-auto print:whitespace-pre-wrap">
          {text}
        </pre>
      </section>
    </div>
  )
}
