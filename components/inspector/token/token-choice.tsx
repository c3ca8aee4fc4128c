import { Select } from '@/components/ui/select'
import type { FoundToken } from '@/lib/token/extract-tokens'

export interface TokenChoiceProps {
  readonly found: readonly FoundToken[]
  readonly chosen?: FoundToken
  readonly onChoose: (index: number) => void
}

/** Which of several tokens of a paste is looked at. */
export function TokenChoice({ found, chosen, onChoose }: TokenChoiceProps) {
  if (found.length < 2 || !chosen) return null
  return (
    <div className="mt-2 flex items-center gap-2">
      <span className="whitespace-nowrap">{found.length} tokens found. Looking at</span>
      <Select
        small
        label="Token to look at"
        value={found.indexOf(chosen)}
        onChange={event => onChoose(Number(event.target.value))}
        className="mono flex-1"
      >
        {found.map(({ label, start }, i) => (
          <option key={start} value={i}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  )
}
