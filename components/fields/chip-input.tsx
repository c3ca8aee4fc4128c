'use client'

import { type ClipboardEvent, type KeyboardEvent, useCallback, useId, useRef, useState } from 'react'
import { afterPress } from '@/components/ui/after-press'
import { Chip, type ChipKind } from '@/components/ui/chip'
import type { ControlProps } from './field'
import { type Suggestion, Suggestions } from './suggestions'

export interface ChipLook {
  readonly kind: ChipKind
  readonly prefix?: string | undefined
  readonly name: string
  readonly title?: string | undefined
}

export interface ChipInputProps {
  readonly control: ControlProps
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
  /** Returns the values that typed or pasted text would add. */
  readonly read: (text: string) => readonly string[]
  readonly look: (value: string, index: number) => ChipLook
  readonly suggest: (text: string) => readonly Suggestion[]
  readonly placeholder?: string | undefined
  /** Called with the text while it is typed, so that the field can show what would be added. */
  readonly onText?: ((text: string) => void) | undefined
}

const SEPARATORS = new Set(['Enter', ',', ' '])

/** Values as chips, followed by an input that adds and completes values, several at once when pasted. */
export function ChipInput(props: ChipInputProps) {
  const { control, values, onChange, read, look, suggest, placeholder, onText } = props
  const [text, setTextState] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const registerField = control.ref
  const ref = useCallback(
    (element: HTMLInputElement | null) => {
      input.current = element
      return registerField(element)
    },
    [registerField],
  )
  const listId = useId()
  const suggestions = open ? suggest(text) : []
  // Enter completes the beginning of a value; a whole value is added as typed.
  const meant = read(text)
  const begun =
    text.trim() !== '' && ![...values, ...suggestions.map(({ value }) => value)].some(v => meant.includes(v))
  const active = chosen < 0 && begun && suggestions.length > 0 ? 0 : chosen

  function setText(next: string) {
    setTextState(next)
    setChosen(-1)
    onText?.(next)
  }
  function add(more: readonly string[]) {
    const fresh = more.filter((value, at) => !values.includes(value) && more.indexOf(value) === at)
    if (fresh.length > 0) onChange([...values, ...fresh])
    setText('')
    setOpen(false)
  }
  function remove(index: number) {
    onChange(values.filter((_, at) => at !== index))
    input.current?.focus()
  }
  function onKeyDown(event: KeyboardEvent) {
    const option = event.key === 'Enter' || chosen >= 0 ? suggestions[active] : undefined
    if (SEPARATORS.has(event.key) && (text.trim() !== '' || option)) {
      add(option ? [option.value] : read(text))
    } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
      onChange(values.slice(0, -1))
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const count = open ? suggestions.length : 0
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (count > 0) setChosen((active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count)
      setOpen(true)
    } else if (event.key === 'Escape' && open) {
      setOpen(false)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  function onPaste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text').trim()
    if (!/[\s,]/.test(pasted)) return
    event.preventDefault()
    add(pasted.split(/[\s,]+/).flatMap(part => read(part)))
  }

  return (
    <div className="relative">
      <div
        className="control flex min-h-8 cursor-text flex-wrap items-center gap-1 px-1.5 py-[3px] has-[>span]:py-[5px] max-md:min-h-10"
        data-invalid={control['aria-invalid'] ? '' : undefined}
        onPointerDown={event => {
          if (event.target !== event.currentTarget) return
          event.preventDefault()
          input.current?.focus()
        }}
      >
        {values.map((value, index) => {
          const { kind, prefix, name, title } = look(value, index)
          return (
            <Chip
              key={value}
              large
              kind={kind}
              prefix={prefix}
              title={title}
              icon={kind === 'bad' ? 'warning' : undefined}
              onRemove={() => remove(index)}
              removeLabel={`Remove ${value}`}
            >
              {name}
            </Chip>
          )
        })}
        <input
          {...control}
          data-draft=""
          ref={ref}
          type="text"
          role="combobox"
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${listId}.${active}` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={text}
          placeholder={values.length === 0 ? placeholder : undefined}
          onChange={event => {
            setText(event.target.value)
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => {
            setOpen(false)
            if (text.trim() !== '') afterPress(() => add(read(text)))
          }}
          className="mono field-sizing-content h-6 min-w-6 max-w-full flex-1 bg-transparent px-1 outline-none placeholder-shown:min-w-40"
        />
      </div>
      <Suggestions
        id={listId}
        items={suggestions}
        active={active}
        onChoose={value => {
          add([value])
          input.current?.focus()
        }}
      />
    </div>
  )
}
