'use client'

import { fullFieldName } from '@/components/session/field-name'
import { useSession } from '@/components/session/session'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { SpecError } from '@/lib/document/error'
import { fieldInfo } from '@/lib/document/field-info'
import { toFormValues } from '@/lib/document/form-values'
import { type Repair, repairOf } from '@/lib/document/repair'
import { listClasses, Section } from './section'

/** The errors of the document, each with a link to its field and a fix where there is one. */
export function Problems({ errors }: { readonly errors: readonly SpecError[] }) {
  const { form, focus, edit } = useSession()
  const values = form.getValues()
  const rows = errors.map(error => ({ error, repair: repairOf(values, error) }))
  const applyRepair = ({ label, apply }: Repair) =>
    edit(label, document => toFormValues(apply(document)).values)
  return (
    <Section
      title="Problems"
      className="col-span-full"
      aside={
        <Badge tone="err" icon="error" className="font-normal">
          {errors.length === 1 ? '1 problem' : `${errors.length} problems`}
        </Badge>
      }
    >
      <ul className={listClasses}>
        {rows.map(({ error: { path, code, message }, repair }) => (
          <li key={`${path} ${code}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <Icon name="error" className="self-start text-destructive mt-0.5" />
            <div className="min-w-0 flex-1">
              <p className="break-words font-semibold">{fullFieldName(path, values)}</p>
              <p className="break-words text-secondary-foreground text-s">{message}</p>
            </div>
            {fieldInfo(path) && (
              <button type="button" className="link text-s" onClick={() => focus.reveal(path)}>
                Show the field
              </button>
            )}
            {repair && (
              <Button small onClick={() => applyRepair(repair)}>
                {repair.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
