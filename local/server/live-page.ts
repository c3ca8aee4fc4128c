import { createHash } from 'node:crypto'
import type { Answer } from '../../lib/gateway/request'
import { SCRIPT } from '../page/live-script'
import { LIVE_STYLE } from '../page/live-style'

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const POLICY = `default-src 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(LIVE_STYLE)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const MARK =
  '<svg viewBox="0 0 20 20" aria-hidden="true"><rect width="20" height="20" rx="5" fill="var(--foreground)"/><g stroke="var(--surface)" fill="none" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"><path d="M7.2 5.5H5.6v9h1.6M12.8 5.5h1.6v9h-1.6"/></g><circle cx="10" cy="10" r="1.9" fill="var(--surface)"/></svg>'

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
<style>${LIVE_STYLE}</style>
<header>${MARK}<h1>Cognito Scope Wizard</h1><span class="dim">Local gateway</span><span class="chip">Not Amazon Cognito</span><span id="state" role="status"></span></header>
<main>
<section aria-label="Requests"><div class="head"><h2>Requests</h2><fieldset id="filter" aria-label="Shown requests"><label id="all"><input type="radio" name="shown" checked>All <span>0</span></label><label id="errors"><input type="radio" name="shown">Errors <span>0</span></label></fieldset></div><ol id="list" aria-label="Requests, newest first"></ol><p id="empty" class="body dim">Requests to the API appear here as they come.</p></section>
<section aria-label="Verdict"><div class="head"><h2>Verdict</h2><button id="copy" hidden>Copy as curl</button></div><div id="verdict" class="body"><p class="dim">Why a request was allowed or refused, check by check.</p></div></section>
<section id="data-pane" aria-label="Token and event"><div class="head"><h2>Token and event</h2></div><div id="data" class="body"><p class="dim">The decoded token, and the event that the function received.</p></div></section>
</main>
<script>${SCRIPT}</script>
</html>
`,
}
