import type { ServerResponse } from 'node:http'
import type { Exchange } from './log'

/** How many requests a page that comes late still sees. */
const KEPT = 100
/** A page that reads slower than requests come is cut off rather than waited for. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024

/** The last requests, and the pages that watch them come (server-sent events). */
export interface LiveLog {
  add(exchange: Exchange): void
  follow(response: ServerResponse): void
  find(requestId: string): Exchange | undefined
}

/** An exchange as the page reads it. */
const shown = ({ event, curl, ...rest }: Exchange) => ({
  ...rest,
  ...(event !== undefined && { event: JSON.parse(event) }),
  curl: curl(),
})

export function makeLiveLog(): LiveLog {
  const kept: Exchange[] = []
  const pages = new Set<ServerResponse>()
  const write = (page: ServerResponse, exchange: Exchange) => {
    if (page.writableLength > MOST_WAITING_BYTES) page.destroy()
    else page.write(`data: ${JSON.stringify(shown(exchange))}\n\n`)
  }
  return {
    add(exchange) {
      kept.push(exchange)
      if (kept.length > KEPT) kept.shift()
      for (const page of pages) write(page, exchange)
    },
    follow(page) {
      page.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      for (const exchange of kept) write(page, exchange)
      page.write(': now\n\n')
      pages.add(page)
      page.on('close', () => pages.delete(page))
    },
    find: requestId => kept.findLast(exchange => exchange.requestId === requestId),
  }
}
