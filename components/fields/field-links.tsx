'use client'

import { fullFieldName } from '@/components/session/field-name'
import { useSession } from '@/components/session/session'
import type { SpecError } from '@/lib/document/error'

const MAX_LINKS = 6

/** The fields of errors, as buttons that lead to them; beyond six only their number. */
export function FieldLinks({ errors }: { readonly errors: readonly SpecError[] }) {
  const { focus, form } = useSession()
  const values = form.getValues()
  return (
    <>
      {errors.slice(0, MAX_LINKS).map(({ path, code, message }, i) => (
        <span key={`${path} ${code}`}>
          {i > 0 && ' · '}
          <button type="button" className="link" title={message} onClick={() => focus.reveal(path)}>
            {fullFieldName(path, values)}
          </button>
        </span>
      ))}
      {errors.length > MAX_LINKS && ` and ${errors.length - MAX_LINKS} more`}
    </>
  )
}
