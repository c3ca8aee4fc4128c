'use client'

import { useFieldValue } from '@/components/fields/form-hooks'
import type { FieldPath } from '@/lib/document/field-path'

/** What the name at `path` is called in the account, where the stage stands in front. */
export function DeployedName({ path, after = '' }: { readonly path: FieldPath; readonly after?: string }) {
  const stage = useFieldValue<string>('stage')
  const name = useFieldValue<string>(path)
  return (
    <>
      Deployed as{' '}
      <span className="mono wrap-anywhere text-secondary-foreground">
        {stage}-{name || '…'}
        {after}
      </span>
    </>
  )
}
