'use client'

import { fullFieldName } from '@/components/session/field-name'
import { useSession } from '@/components/session/session'
import { Icon } from '@/components/ui/icon'
import type { SpecError } from '@/lib/document/error'
import { listClasses, Section } from './section'

/** The fields that are still to be filled in, each with a link to it. */
export function Unfilled({ errors }: { readonly errors: readonly SpecError[] }) {
  const { form, focus } = useSession()
  const values = form.getValues()
  return (
    <Section title="Still to fill in" className="col-span-full">
      <ul className={listClasses}>
        {errors.map(({ path, code, message }) => (
          <li key={`${path} ${code}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <Icon name="minus" className="text-muted-foreground" />
            <span className="min-w-0 flex-1 break-words" title={message}>
              {fullFieldName(path, values)}
            </span>
            <button type="button" className="link text-s" onClick={() => focus.reveal(path)}>
              Show the field
              <span className="sr-only"> {fullFieldName(path, values)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
