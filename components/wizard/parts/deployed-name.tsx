'use client'

import { useFieldValue } from '@/components/fields/form-hooks'
import type { FieldPath } from '@/lib/document/field-path'

/** The name at `path` as it is in the account, with the stage as a prefix. */
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
