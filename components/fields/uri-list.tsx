'use client'

import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react'
import { type FormValues, useSession } from '@/components/session/session'
import { afterPress } from '@/components/ui/after-press'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { changeCallbackUrls } from '@/lib/document/edit/change-callback-urls'
import { child, type FieldPath } from '@/lib/document/field-path'
import { type ControlProps, Field, type FieldProps } from './field'
import { useFieldValue, useFormActions } from './form-hooks'
import { schemeOf, uriKind } from './redirect-uri'
import { UriRow } from './uri-row'

export interface UriListProps extends Pick<FieldProps, 'path' | 'hint' | 'help' | 'className'> {
  /** Where the default one is named; without it no row can be marked. */
  readonly defaultPath?: FieldPath | undefined
  readonly addLabel: string
}

const NONE: readonly string[] = []

/** URIs as rows of one list: each says its kind, one may be the default, the last row adds one or several. */
export function UriList({ path, defaultPath, addLabel, ...field }: UriListProps) {
  const uris = useFieldValue<readonly string[]>(path) ?? NONE
  const schemes = [...new Set(uris.filter(uri => uriKind(uri) === 'app-scheme').map(schemeOf))]
  return (
    <Field
      path={path}
      group
      {...field}
      help={
        schemes.length > 0 && defaultPath ? (
          <>
            App scheme: register <span className="mono text-secondary-foreground">{schemes.join(', ')}</span>{' '}
            in the app’s manifest and Info.plist.
          </>
        ) : (
          field.help
        )
      }
    >
      {control => <UriRows control={control} uris={uris} defaultPath={defaultPath} addLabel={addLabel} />}
    </Field>
  )
}

interface UriRowsProps extends Pick<UriListProps, 'defaultPath' | 'addLabel'> {
  readonly control: ControlProps
  readonly uris: readonly string[]
}

function UriRows({ control, uris, defaultPath, addLabel }: UriRowsProps) {
  const path = control['data-field']
  const group = useId()
  const changes = useChanges(path, defaultPath !== undefined)
  const list = useRef<HTMLUListElement>(null)

  function remove(index: number) {
    changes.setAll(uris.filter((_, at) => at !== index))
    requestAnimationFrame(() => {
      const inputs = list.current?.querySelectorAll<HTMLElement>('input[type="text"]')
      inputs?.[Math.min(index, inputs.length - 1)]?.focus()
    })
  }

  return (
    <ul
      ref={list}
      data-invalid={control['aria-invalid'] ? '' : undefined}
      className="rounded-control border border-input bg-card data-invalid:border-destructive data-invalid:shadow-[0_0_0_1px_var(--destructive)]"
    >
      {uris.map((_, index) => (
        <UriRow
          key={child(path, index)}
          path={child(path, index)}
          defaultPath={defaultPath}
          group={group}
          onFocusText={changes.start}
          onText={text => changes.setText(index, text)}
          onRemove={() => remove(index)}
        />
      ))}
      <AddRow control={control} label={addLabel} onAdd={more => changes.setAll([...uris, ...more])} />
    </ul>
  )
}

/** Changes of the list; with callback URLs, also of the addresses that follow them. */
function useChanges(path: FieldPath, isCallback: boolean) {
  const { form, edit } = useSession()
  const { read, write } = useFormActions()
  /** The document before typing began. */
  const before = useRef<Pick<FormValues, 'clients' | 'api'>>(undefined)
  function follow(name: FieldPath, uris: readonly string[]) {
    const { clients, api } = form.getValues()
    before.current ??= structuredClone({ clients, api })
    const started = before.current
    const client = Number(path.split('.')[1])
    edit(name, values => changeCallbackUrls(values, client, uris, started))
  }
  const start = () => {
    before.current = undefined
  }
  return {
    start,
    setAll(uris: readonly string[]) {
      start()
      if (isCallback) follow(path, uris)
      else write(path, uris)
    },
    setText(index: number, text: string) {
      const name = child(path, index)
      if (isCallback) follow(name, read<readonly string[]>(path).with(index, text))
      else write(name, text)
    },
  }
}

interface AddRowProps {
  readonly control: ControlProps
  readonly label: string
  readonly onAdd: (uris: readonly string[]) => void
}

const split = (text: string) => text.split(/[\s,]+/).filter(Boolean)

function AddRow({ control, label, onAdd }: AddRowProps) {
  function addFrom(input: HTMLInputElement) {
    const uris = split(input.value)
    input.value = ''
    if (uris.length > 0) onAdd(uris)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    addFrom(event.currentTarget)
  }
  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    const uris = split(event.clipboardData.getData('text'))
    if (uris.length < 2) return
    event.preventDefault()
    onAdd(uris)
  }
  return (
    <li className="flex min-h-8 items-center gap-2 border-border pr-1.5 pl-2.5 text-muted-foreground not-first:border-t max-md:min-h-11">
      <Icon name="plus" />
      <input
        {...control}
        data-draft=""
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={label}
        aria-label={label}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={({ currentTarget }) => afterPress(() => addFrom(currentTarget))}
        className="h-7.5 min-w-0 flex-1 bg-transparent text-foreground outline-none [&:not(:placeholder-shown)]:mono"
      />
      <Kbd>↵</Kbd>
    </li>
  )
}
