import { useId } from 'react'
import { Select } from '@/components/ui/select'

export interface ResourceChoiceProps {
  readonly resources: readonly string[]
  /** Empty: the token is bound to none. */
  readonly value: string
  readonly onChange: (resource: string) => void
}

/** Chooses what the access token is bound to (`resource=` of the sign-in). */
export function ResourceChoice({ resources, value, onChange }: ResourceChoiceProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-2 px-4 pb-2 text-s">
      <span id={id} className="shrink-0 text-muted-foreground">
        Bound to
      </span>
      <Select
        small
        label="Resource"
        aria-describedby={id}
        value={value}
        onChange={event => onChange(event.target.value)}
        className="mono"
      >
        <option value="">no resource</option>
        {resources.map(resource => (
          <option key={resource}>{resource}</option>
        ))}
      </Select>
    </div>
  )
}
