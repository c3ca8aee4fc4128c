import { Callout } from '@/components/ui/callout'
import { Section } from './section'

/** In place of the downloads while no state of the document has been valid. */
export function NoDownloads() {
  return (
    <Section title="Download" className="col-span-full">
      <Callout>Nothing to download yet. The files appear here when the form is complete and valid.</Callout>
    </Section>
  )
}
