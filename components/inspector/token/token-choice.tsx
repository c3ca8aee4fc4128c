import { Select } from '@/components/ui/select'
import type { PastedToken } from '@/lib/token/read-paste'

export interface TokenChoiceProps {
  readonly tokens: readonly PastedToken[]
  readonly chosen?: PastedToken | undefined
  readonly onChoose: (index: number) => void
}

/** Chooses one of several tokens of a paste. */
export function TokenChoice({ tokens, chosen, onChoose }: TokenChoiceProps) {
  if (tokens.length < 2 || !chosen) return null
  return (
    <div className="mt-2 flex items-center gap-2">
      <span className="whitespace-nowrap">{tokens.length} tokens found. Looking at</span>
      <Select
        small
        label="Token to inspect"
        value={tokens.indexOf(chosen)}
        onChange={event => onChoose(Number(event.target.value))}
        className="mono flex-1"
      >
        {tokens.map(({ label, start }, i) => (
          <option key={start} value={i}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  )
}
