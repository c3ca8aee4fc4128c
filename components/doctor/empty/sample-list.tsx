'use client'

import { Icon } from '@/components/ui/icon'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { useDoctor } from '../use-doctor'
import type { SampleId } from './samples'

const loadSamples = prefetchAfterLoad(() => import('./samples'))

const SAMPLES: readonly { readonly id: SampleId; readonly title: string; readonly text: string }[] = [
  {
    id: 'serverless',
    title: 'A serverless.yml from a post',
    text: 'It follows every step, and still does not deploy.',
  },
  {
    id: 'sam',
    title: 'A SAM template with a 401',
    text: 'Its methods accept ID tokens only, and a browser cannot see why.',
  },
  {
    id: 'parameters',
    title: 'An API with open parameters',
    text: 'What decides a token is not in the file: answer it in place.',
  },
]

/** Templates to try the page with. */
export function SampleList() {
  const doctor = useDoctor()
  async function open(id: SampleId) {
    const { sampleFiles } = await loadSamples()
    doctor.open([sampleFiles[id]])
  }
  return (
    <section aria-labelledby="doctor.samples">
      <h2 id="doctor.samples" className="mb-1.5 font-semibold">
        Samples
      </h2>
      <ul className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
        {SAMPLES.map(({ id, title, text }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => void open(id)}
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
