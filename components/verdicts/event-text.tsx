import { CopyButton } from '@/components/ui/copy-button'
import { exampleEvent } from '@/lib/gateway/example-event'
import type { Endpoint, Model } from '@/lib/model/model'
import type { JsonObject } from '@/lib/token/json'

export interface EventTextProps {
  readonly model: Model
  readonly endpoint: Endpoint
  readonly claims: JsonObject | undefined
}

/** The event as JSON. A separate component, because most users never open it. */
export default function EventText({ model, endpoint, claims }: EventTextProps) {
  const text = JSON.stringify(exampleEvent(model, endpoint, claims), null, 2)
  const format = model.api.type === 'rest' ? 'REST API, payload format 1.0' : 'HTTP API, payload format 2.0'
  return (
    <figure className="mt-1.5 rounded-control border border-border bg-background">
      <figcaption className="flex items-center gap-2 border-border border-b py-1 pr-1 pl-2.5 text-muted-foreground text-s">
        <span className="flex-1">{format}, with example values for the request.</span>
        <CopyButton square small look="quiet" label="Copy the event" text={() => text} />
      </figcaption>
      <pre className="mono whitespace-pre-wrap px-2.5 py-2 [overflow-wrap:anywhere]">{text}</pre>
    </figure>
  )
}
