'use client'

import { useFormContext } from 'react-hook-form'
import { fullFieldName } from '@/components/session/field-name'
import { useCompiled, useErrors } from '@/components/session/hooks'
import { type FormValues, useSession } from '@/components/session/session'
import { Icon } from '@/components/ui/icon'

const LISTED = 6

/** Above the output while the spec has errors: what is shown, and a link to the field of each error. */
export function ProblemsNote() {
  const errors = useErrors()
  const isOlder = useCompiled() !== undefined
  const { focus } = useSession()
  const { getValues } = useFormContext<FormValues>()
  const values = getValues()
  return (
    <div role="status">
      {errors.length > 0 && (
        <div className="flex max-h-24 min-h-8 gap-2 overflow-auto border-destructive-border border-b bg-destructive-soft px-4 py-2 text-s">
          <Icon name="error" className="text-destructive" />
          <p className="min-w-0 break-words">
            <strong className="font-semibold">
              {isOlder ? 'Showing the last valid template.' : 'No template yet.'}
            </strong>{' '}
            {errors.length === 1 ? '1 problem: ' : `${errors.length} problems: `}
            {errors.slice(0, LISTED).map(({ path, code, message }, i) => (
              <span key={`${path} ${code}`}>
                {i > 0 && ' · '}
                <button type="button" className="link" title={message} onClick={() => focus.reveal(path)}>
                  {fullFieldName(path, values)}
                </button>
              </span>
            ))}
            {errors.length > LISTED && ` and ${errors.length - LISTED} more`}
          </p>
        </div>
      )}
    </div>
  )
}
