import { createHash } from 'node:crypto'
import type { Answer } from '../../lib/gateway/request'
import { escapeHtml, STYLE } from '../page/style'
import type { LocalClient } from '../pool/pool'
import type { User } from '../pool/users'

const OWN_STYLE = `${STYLE}
main { max-width: 380px; margin: 64px auto; padding: 0 16px; display: grid; gap: 16px; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 20px; display: grid; gap: 12px; }
label { display: grid; gap: 4px; font-weight: 500; }
.users { display: grid; gap: 8px; }
.users button { text-align: left; display: grid; }
small { color: var(--muted-foreground); font-size: 12px; }
`

const STYLE_HASH = createHash('sha256').update(OWN_STYLE).digest('base64')

const page = (title: string, body: string, status = 200): Answer => ({
  status,
  headers: [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
    // No form-action: browsers apply it to the redirect back to the app too.
    [
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
    ],
  ],
  body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · local test issuer</title>
<style>${OWN_STYLE}</style>
<main>
${body}
<p class="note">This is not Amazon Cognito: a local test issuer with test users and test keys.</p>
</main>
</html>
`,
})

/** The sign-in form: a button for each user without a password, and fields for the others. */
export function loginPage(
  { client }: LocalClient,
  users: readonly User[],
  scopes: readonly string[],
  query: string,
  fault?: string,
): Answer {
  const action = `/login?${escapeHtml(query)}`
  const buttons = users
    .filter(({ password }) => password === undefined)
    .map(
      user =>
        `<button name="username" value="${escapeHtml(user.username)}">${escapeHtml(user.username)}<small>${escapeHtml(describe(user))}</small></button>`,
    )
  const body = `<h1>Sign in to ${escapeHtml(client.name)}</h1>
${fault === undefined ? '' : `<p role="alert" class="note">${escapeHtml(fault)}</p>`}
${buttons.length === 0 ? '' : `<form class="card users" method="post" action="${action}">${buttons.join('\n')}</form>`}
<form class="card" method="post" action="${action}">
<label>Username <input name="username" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
<button class="main">Sign in</button>
</form>
<small>Requested: ${escapeHtml(scopes.join(' '))}</small>`
  return page('Sign in', body, fault === undefined ? 200 : 400)
}

const describe = ({ groups = [], attributes = {} }: User): string =>
  [attributes.email, ...groups].filter(text => typeof text === 'string').join(' · ')

const MEANINGS: Readonly<Record<string, string>> = {
  redirect_mismatch:
    'The redirect_uri of the request is not one of the callback or logout URLs of the client. It is compared as text: scheme, port and slashes must match.',
  'Client does not exist.':
    'No client of the spec has this client_id. Read it from the start line or from /_local/clients.',
}

/** What went wrong before the app could be told. */
export const problemPage = (parameters: URLSearchParams): Answer => {
  const error = parameters.get('error') ?? 'unknown'
  const body = `<h1>An error was encountered with the requested page.</h1>
<div class="card"><code>${escapeHtml(error)}</code><span>${escapeHtml(MEANINGS[error] ?? '')}</span></div>`
  return page('Error', body, 400)
}
