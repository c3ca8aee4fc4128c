'use client'

import { fullFieldName } from '@/components/session/field-name'
import { useSession } from '@/components/session/session'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { SpecError } from '@/lib/document/error'
import { fieldInfo } from '@/lib/document/field-info'
import { listClasses, Section } from './section'
import { withoutKey } from './without-key'

/** What keeps the document from being compiled, each with the way to its field. */
export function Problems({ errors }: { readonly errors: readonly SpecError[] }) {
  const { form, focus, edit } = useSession()
  const values = form.getValues()
  return (
    <Section
      title="Problems"
      className="col-span-full"
      beside={
        <Badge tone="err" icon="error" className="font-normal">
          {errors.length === 1 ? '1 problem' : `${errors.length} problems`}
        </Badge>
      }
    >
      <ul className={listClasses}>
        {errors.map(({ path, code, message }) => (
          <li key={`${path} ${code}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <Icon name="error" className="self-start text-destructive mt-0.5" />
            <div className="min-w-0 flex-1">
              <p className="break-words font-semibold">{fullFieldName(path, values)}</p>
              <p className="break-words text-secondary-foreground text-s">{message}</p>
            </div>
            {fieldInfo(path) ? (
              <button type="button" className="link text-s" onClick={() => focus.reveal(path)}>
                Show the field
              </button>
            ) : (
              // No field of the form stands for it: an unknown key of a file that was opened.
              path !== '' && (
                <Button
                  small
                  icon="trash"
                  onClick={() => edit(`Remove ${path}`, all => withoutKey(all, path))}
                >
                  Remove it
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
