'use client'

import { Field } from '@/components/fields/field'
import { useFieldSelector, useFormActions } from '@/components/fields/form-hooks'
import { OriginList } from '@/components/fields/origin-list'
import { TextField } from '@/components/fields/text-field'
import type { FormValues } from '@/components/session/session'
import type { FieldElement } from '@/components/session/use-field'
import { Segment } from '@/components/ui/segment'
import { DeployedName } from '../parts/deployed-name'

type ApiType = FormValues['api']['type']

/** The API itself: its type, its name, and the pages of other origins that may call it. */
export function ApiFields() {
  return (
    <div className="grid gap-x-3 gap-y-3 @[440px]:grid-cols-[136px_minmax(0,1fr)] @max-[680px]:[&>:nth-child(3)]:col-span-full @[680px]:grid-cols-[136px_minmax(0,1fr)_minmax(0,1.4fr)]">
      <Field path="api.type" group help="">
        {({ 'data-field': path, ref }) => <TypeChoice field={{ 'data-field': path, ref }} />}
      </Field>
      <TextField path="api.name" help={<DeployedName path="api.name" />} />
      <OriginList parent="api.cors" />
      <p className="@[440px]:col-span-full text-muted-foreground text-s">
        HTTP costs less per request; choose REST if you need AWS WAF, API keys or request validation.
      </p>
    </div>
  )
}

function TypeChoice({ field }: { readonly field: FieldElement }) {
  const type = useFieldSelector<ApiType, ApiType>('api.type', type => type)
  const { write } = useFormActions()
  return (
    <Segment
      label="API type"
      controlProps={field}
      value={type}
      options={[
        { value: 'rest', label: 'REST' },
        { value: 'http', label: 'HTTP' },
      ]}
      onChange={next => write('api.type', next)}
      className="mt-0.5 flex"
    />
  )
}
