'use client'

import { useProgressCounts } from '@/components/session/hooks'
import { Icon } from '@/components/ui/icon'
import type { FieldPath } from '@/lib/document/field-path'

export interface ItemLabelProps {
  readonly path: FieldPath
  readonly name: string
  /** At the right, in a list. */
  readonly details?: string | undefined
}

/** The name of an item with its number of problems, and its details in a list. */
export function ItemLabel({ path, name, details }: ItemLabelProps) {
  const { problems } = useProgressCounts([path])
  return (
    <>
      <span className={details === undefined ? 'max-w-50 truncate py-1' : 'mono min-w-0 truncate'}>
        {name}
      </span>
      {problems > 0 && (
        <>
          <Icon name="error" size={14} className="text-destructive" />
          <span className="sr-only">
            {problems} {problems === 1 ? 'problem' : 'problems'}
          </span>
        </>
      )}
      {details !== undefined && (
        <span className="ml-auto max-w-[60%] shrink-0 truncate text-muted-foreground text-s">{details}</span>
      )}
    </>
  )
}
