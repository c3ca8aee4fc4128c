'use client'

import { useRef } from 'react'
import { useFieldValue } from '@/components/fields/form-hooks'
import { TextField } from '@/components/fields/text-field'
import { type FormValues, useSession } from '@/components/session/session'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'

let renaming: typeof import('@/lib/document/edit/rename-service') | undefined
const loadRenaming = prefetchAfterLoad(async () => {
  renaming = await import('@/lib/document/edit/rename-service')
  return renaming
})

/** The service name, which other names follow. Until the code for them has arrived it changes alone. */
export function ServiceName() {
  const { form, edit, history } = useSession()
  /** The document before typing began. */
  const before = useRef<FormValues>(undefined)
  return (
    <TextField
      path="service"
      help={<StackName />}
      onFocusText={() => {
        before.current = undefined
      }}
      onText={async name => {
        before.current ??= structuredClone(form.getValues())
        const started = before.current
        edit(
          'service',
          values => renaming?.renameService(values, name, started) ?? { ...values, service: name },
        )
        if (renaming) return
        const typed = history.current()
        const { renameService } = await loadRenaming()
        edit(
          'service',
          values => renameService({ ...values, service: started.service }, values.service, started),
          typed,
        )
      }}
    />
  )
}

function StackName() {
  const service = useFieldValue<string>('service')
  const stage = useFieldValue<string>('stage')
  return (
    <>
      Stack{' '}
      <span className="mono wrap-anywhere text-secondary-foreground">{`${service || '…'}-${stage}`}</span>
    </>
  )
}
