import type { GivenFile } from '@/lib/read/read'
import { parameters } from './parameters'
import { sam } from './sam'
import { serverless } from './serverless'

/** The text of each sample, by its id. They come after the page. */
export const sampleFiles: Readonly<Record<SampleId, GivenFile>> = {
  serverless: { path: 'serverless.yml', text: serverless },
  sam: { path: 'template.yaml', text: sam },
  parameters: { path: 'reports.yaml', text: parameters },
}

export type SampleId = 'serverless' | 'sam' | 'parameters'
