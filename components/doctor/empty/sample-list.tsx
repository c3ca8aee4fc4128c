'use client'

import { Icon } from '@/components/ui/icon'
import type { GivenFile } from '@/lib/read/read'
import { useDoctor } from '../use-doctor'

interface Sample {
  readonly title: string
  readonly text: string
  /** Who has files of their own needs none. */
  readonly load: () => Promise<GivenFile>
}

const SAMPLES: readonly Sample[] = [
  {
    title: 'A serverless.yml from a post',
    text: 'It follows every step, and still does not deploy.',
    load: async () => (await import('./samples/serverless')).serverless,
  },
  {
    title: 'A SAM template with a 401',
    text: 'Its methods accept ID tokens only, and a browser cannot see why.',
    load: async () => (await import('./samples/sam')).sam,
  },
  {
    title: 'An API with open parameters',
    text: 'What decides a token is not in the file: answer it in place.',
    load: async () => (await import('./samples/parameters')).parameters,
  },
]

/** Templates to try the page with. */
export function SampleList() {
  const doctor = useDoctor()
  return (
    <section aria-labelledby="doctor.samples">
      <h2 id="doctor.samples" className="mb-1.5 font-semibold">
        Samples
      </h2>
      <ul className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
        {SAMPLES.map(({ title, text, load }) => (
          <li key={title}>
            <button
              type="button"
              onClick={async () => doctor.open([await load()])}
              className="grid h-full w-full grid-cols-[16px_minmax(0,1fr)] content-start gap-x-2.5 gap-y-0.5 rounded-card border border-border-strong bg-card px-3 py-2.5 transition-colors hover:bg-accent"
            >
              <Icon name="page" className="mt-0.5 text-muted-foreground" />
              <span className="font-medium">{title}</span>
              <span className="col-start-2 text-muted-foreground text-s">{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
