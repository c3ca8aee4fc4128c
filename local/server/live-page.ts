import { createHash } from 'node:crypto'
import type { Answer } from '../../lib/gateway/request'
import { SCRIPT } from '../page/live-script'
import { STYLE } from '../page/style'

const OWN_STYLE = `${STYLE}
header { display: flex; gap: 16px; align-items: baseline; flex-wrap: wrap; padding: 16px 24px; border-bottom: 1px solid var(--line); background: var(--surface); }
header code { color: var(--secondary-foreground); }
main { display: grid; grid-template-columns: minmax(320px, 5fr) 7fr; align-items: start; }
ol { list-style: none; margin: 0; padding: 8px; display: grid; gap: 2px; }
ol button { width: 100%; display: grid; grid-template-columns: 64px 44px 1fr auto; gap: 8px; text-align: left; border-color: transparent; background: none; }
ol button:hover, ol button[aria-current=true] { background: var(--hover); }
ol code { overflow-wrap: anywhere; }
.ok { color: var(--ok); } .err { color: var(--err); } .dim { color: var(--muted-foreground); }
section { padding: 16px 24px; display: grid; gap: 12px; min-width: 0; }
section button { justify-self: start; }
section p { margin: 0; }
section ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 2px; }
pre { background: var(--inset); padding: 12px; border-radius: 6px; overflow: auto; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
h2 { font-size: 13px; margin: 8px 0 0; }
@media (max-width: 820px) { main { grid-template-columns: 1fr; } }
`

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const POLICY = `default-src 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(OWN_STYLE)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The page at `/_`: requests as they come, why each was refused or allowed, and what the function received. */
export const livePage: Answer = {
  status: 200,
  headers: [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
    ['content-security-policy', POLICY],
    ['x-content-type-options', 'nosniff'],
  ],
  body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Requests · local test gateway</title>
<style>${OWN_STYLE}</style>
<header><h1>Requests</h1><span id="state" class="dim" role="status">Waiting for the first request</span></header>
<main><ol id="list" aria-label="Requests, newest first"></ol><section id="detail" aria-live="polite"><p class="dim">Choose a request to see why it was allowed or refused.</p></section></main>
<script>${SCRIPT}</script>
</html>
`,
}
