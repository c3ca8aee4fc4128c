'use client'

import { useValue } from '@/components/fields/binding'
import type { FieldPath } from '@/lib/document/field-path'

/** What the name at `path` is called in the account, where the stage stands in front. */
export function DeployedName({ path, after = '' }: { readonly path: FieldPath; readonly after?: string }) {
  const stage = useValue<string>('stage')
  const name = useValue<string>(path)
  return (
    <>
      Deployed as{' '}
      <span className="mono wrap-anywhere text-fg-2">
        {stage}-{name || '…'}
        {after}
      </span>
    </>
  )
}
