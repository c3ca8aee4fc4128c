'use client'

import { useFieldError } from '@/components/session/hooks'
import { useSession } from '@/components/session/session'
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
  readonly onRemove: () => void
}

/** One URI: its mark, its text, its kind; and its own message when it is refused. */
export function UriRow({ path, defaultPath, group, onRemove }: UriRowProps) {
  const uri = useFieldValue<string>(path) ?? ''
  const error = useFieldError(path)
  const { write } = useFormActions()
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
      <UriText path={path} defaultPath={defaultPath} uri={uri} invalid={error !== undefined} />
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
            <button type="button" className="link break-all" onClick={() => write(path, withTls(uri))}>
              Use {withTls(uri)}
            </button>
          )}
        </p>
      )}
    </li>
  )
}

interface UriTextProps extends Pick<UriRowProps, 'path' | 'defaultPath'> {
  readonly uri: string
  readonly invalid: boolean
}

function UriText({ path, defaultPath, uri, invalid }: UriTextProps) {
  const registration = useFieldRegistration(path)
  const { edit } = useSession()
  const { read } = useFormActions()

  function onChange(text: string) {
    if (defaultPath === undefined || read(defaultPath) !== uri) return false
    const [, client = '', , index = ''] = path.split('.')
    edit(path, values => ({
      ...values,
      clients: values.clients.map((each, at) =>
        at === Number(client)
          ? { ...each, callbackUrls: each.callbackUrls.with(Number(index), text), defaultRedirectUri: text }
          : each,
      ),
    }))
    return true
  }

  return (
    <input
      {...registration}
      // The default is named by its text: it follows what is typed here.
      onChange={event => (onChange(event.target.value) ? undefined : registration.onChange(event))}
      type="text"
      inputMode="url"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      aria-label={defaultPath ? 'Callback URL' : 'Logout URL'}
      aria-invalid={invalid}
      aria-describedby={invalid ? `field.${path}.note` : undefined}
      title={uri}
      className="mono h-7.5 min-w-0 flex-1 text-ellipsis rounded-chip bg-transparent"
    />
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
