'use client'

import { useFieldError } from '@/components/session/hooks'
import { useField } from '@/components/session/use-field'
import { Badge } from '@/components/ui/badge'
import { CloseButton } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Radio } from '@/components/ui/radio'
import type { FieldPath } from '@/lib/document/field-path'
import { useFieldRegistration, useFieldValue, useFormActions } from './form-hooks'
import { uriKind, uriKinds, withTls } from './redirect-uri'

export interface UriRowProps {
  readonly path: FieldPath
  readonly defaultPath?: FieldPath | undefined
  /** The name that makes the radio buttons of a list one group. */
  readonly group: string
  readonly onText: (text: string) => void
  readonly onFocusText: () => void
  readonly onRemove: () => void
}

/** One URI: its mark, its text, its kind; and its own message when it is refused. */
export function UriRow({ path, defaultPath, group, onText, onFocusText, onRemove }: UriRowProps) {
  const uri = useFieldValue<string>(path) ?? ''
  const error = useFieldError(path)
  const registration = useFieldRegistration(path)
  const kind = uriKind(uri)
  const word = uriKinds[kind]
  return (
    <li
      className={classes(
        'relative flex min-h-8 flex-wrap items-center gap-x-2 border-border pr-1.5 pl-2.5 not-first:border-t max-md:min-h-11',
        error && 'z-10 rounded-chip bg-destructive-soft shadow-[0_0_0_1px_var(--destructive)]',
      )}
    >
      {defaultPath && <DefaultMark uri={uri} path={defaultPath} group={group} />}
      <input
        {...registration}
        onChange={event => onText(event.target.value)}
        onFocus={onFocusText}
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={defaultPath ? 'Callback URL' : 'Logout URL'}
        aria-invalid={error !== undefined}
        aria-describedby={error && `field.${path}.note`}
        title={uri}
        className="mono h-7.5 min-w-0 flex-1 text-ellipsis rounded-chip bg-transparent"
      />
      {error ? (
        <Badge tone="err" icon="error" className="bg-transparent">
          Not allowed
        </Badge>
      ) : (
        word && <Badge icon={word.icon}>{word.label}</Badge>
      )}
      <CloseButton label={`Remove ${uri}`} onClick={onRemove} />
      {error && (
        <p id={`field.${path}.note`} className="mb-2 basis-full text-destructive text-s md:pl-6">
          {error.message}{' '}
          {kind === 'plain-http' && (
            <button type="button" className="link break-all" onClick={() => onText(withTls(uri))}>
              Use {withTls(uri)}
            </button>
          )}
        </p>
      )}
    </li>
  )
}

interface DefaultMarkProps {
  readonly uri: string
  readonly path: FieldPath
  readonly group: string
}

function DefaultMark({ uri, path, group }: DefaultMarkProps) {
  const chosen = useFieldValue<string>(path)
  const field = useField(path)
  const { write } = useFormActions()
  const checked = uri !== '' && chosen === uri
  return (
    <Radio
      name={group}
      checked={checked}
      aria-label={`Default: ${uri}`}
      title={checked ? 'The default; click again for none' : 'Make it the default'}
      onChange={() => write(path, uri)}
      onClick={() => checked && write(path, undefined)}
      {...(checked && field)}
    />
  )
}
