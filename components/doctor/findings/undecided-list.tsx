'use client'

import { useId, useMemo, useRef, useState } from 'react'
import { readFileList } from '@/components/session/dropped-files'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Icon } from '@/components/ui/icon'
import type { DiagnosisReport } from '@/lib/doctor/report'
import { useDoctor, useDoctorState } from '../use-doctor'
import { PlaceLink } from './place-link'
import { type UndecidedGroup, undecidedGroups } from './undecided-groups'

/** The checks that depend on what is not in the files, by what would decide them, with a way to say it here. */
export default function UndecidedList({ undecided }: Pick<DiagnosisReport, 'undecided'>) {
  const groups = useMemo(() => undecidedGroups(undecided), [undecided])
  const answers = useDoctorState(state => state.answers)
  const answered = Object.entries(answers)
  const doctor = useDoctor()
  if (groups.length === 0 && answered.length === 0) return null
  return (
    <section aria-labelledby="undecided.title">
      <h3 id="undecided.title" className="border-border border-b bg-background px-4 py-2 font-semibold">
        Undecided
        <span className="ml-2 font-normal text-muted-foreground text-s">
          {groups.length > 0
            ? 'These checks depend on what is not in the files.'
            : 'Everything is decided with these values.'}
        </span>
      </h3>
      {answered.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 border-border border-b px-4 py-2 text-s">
          Read with
          {answered.map(([name, value]) => (
            <Chip
              key={name}
              large
              title={`${name} = ${value}`}
              onRemove={() => doctor.answer(name, undefined)}
              removeLabel={`Take back ${name}`}
            >
              <span className="text-muted-foreground">{`${name} = `}</span>
              {value}
            </Chip>
          ))}
        </p>
      )}
      <ul>
        {groups.map(group => (
          <Group key={`${group.cause.kind} ${group.cause.name}`} group={group} />
        ))}
      </ul>
    </section>
  )
}

function Group({ group: { cause, remedy, checks } }: { readonly group: UndecidedGroup }) {
  const codes = [...new Set(checks.map(({ code, on }) => `${code} (${on})`))]
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2.5 border-border border-b px-4 py-2.5">
      <Icon name="info" className="mt-0.5 text-muted-foreground" />
      <div className="grid min-w-0 gap-1.5">
        <p className="[overflow-wrap:anywhere]">
          {cause.message} {cause.at && <PlaceLink place={cause.at} />}
        </p>
        {remedy === 'value' && <Value name={cause.name} />}
        {remedy === 'file' && <Missing name={cause.name} isPath={cause.kind === 'file'} />}
        <details className="text-muted-foreground text-s">
          <summary className="cursor-pointer hover:text-foreground">
            {codes.length === 1 ? 'Decides 1 check' : `Decides ${codes.length} checks`}
          </summary>
          <ul className="mt-1 grid gap-0.5">
            {codes.map(code => (
              <li key={code} className="mono [overflow-wrap:anywhere]">
                {code}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </li>
  )
}

function Value({ name }: { readonly name: string }) {
  const id = useId()
  const doctor = useDoctor()
  const [value, setValue] = useState('')
  return (
    <form
      className="flex max-w-100 flex-wrap items-center gap-2"
      onSubmit={event => {
        event.preventDefault()
        if (value.trim() !== '') doctor.answer(name, value.trim())
      }}
    >
      <label htmlFor={id} className="mono">
        {name}
      </label>
      <input
        id={id}
        value={value}
        onChange={event => setValue(event.target.value)}
        placeholder="Its value"
        autoComplete="off"
        spellCheck={false}
        className="control mono h-7 min-w-30 flex-1 px-2 max-md:h-9"
      />
      <Button small type="submit" disabled={value.trim() === ''}>
        Use it
      </Button>
    </form>
  )
}

/** A file that another one names: it may be dropped anywhere in the page, or chosen here. */
function Missing({ name, isPath }: { readonly name: string; readonly isPath: boolean }) {
  const picker = useRef<HTMLInputElement>(null)
  const doctor = useDoctor()
  const [over, setOver] = useState(false)
  async function add(list: FileList | null) {
    const files = await readFileList(list)
    const [only] = files
    // The file is found by the path that the other one gives.
    if (isPath && only && files.length === 1) doctor.add([{ path: name, text: only.text }])
    else if (files.length > 0) doctor.add(files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same
    <div
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        void add(event.dataTransfer.files)
      }}
      className={`flex max-w-100 flex-wrap items-center gap-x-2 rounded-control border border-dashed px-2.5 py-1.5 ${over ? 'border-primary bg-primary-soft' : 'border-input'}`}
    >
      <span className="min-w-0 flex-1 text-secondary-foreground [overflow-wrap:anywhere]">
        Drop {isPath ? <span className="mono">{name}</span> : 'its template'} here
      </span>
      <input
        ref={picker}
        type="file"
        multiple
        accept=".yaml,.yml,.json,.template"
        aria-label={`File for ${name}`}
        tabIndex={-1}
        className="sr-only"
        onChange={event => void add(event.target.files)}
      />
      <button type="button" className="link" onClick={() => picker.current?.click()}>
        Choose
      </button>
    </div>
  )
}
