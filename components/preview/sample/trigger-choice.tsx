import { useId } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import type { TriggerExample } from '@/lib/document/trigger-example'

export interface TriggerChoiceProps {
  readonly example: TriggerExample
  /** No user signs in, so there are no groups. */
  readonly machine: boolean
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Switches what the example in the trigger's stub would change. */
export function TriggerChoice({ example, machine, checked, onChange }: TriggerChoiceProps) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex cursor-pointer items-center gap-2 px-4 pb-2 text-s">
      <Checkbox id={id} checked={checked} onChange={event => onChange(event.target.checked)} />
      <span className="min-w-0">
        {machine ? 'The trigger adds ' : `A user of the group ${example.group}; the trigger adds `}
        <span className="mono wrap-anywhere">{example.scope}</span>
      </span>
    </label>
  )
}
