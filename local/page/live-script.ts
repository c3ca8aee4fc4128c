/** The script of the live page. It writes text only as text, never as HTML. */
export const SCRIPT = `
const list = document.getElementById('list'), detail = document.getElementById('detail'), state = document.getElementById('state')
const MAX_ROWS = 200
let count = 0
const make = (tag, text, className) => {
  const node = document.createElement(tag)
  if (text !== undefined) node.textContent = text
  if (className) node.className = className
  return node
}
const MARKS = { passed: '\\u2713', failed: '\\u2717', 'not-reached': '\\u00b7' }
const show = ({ log, time, token, event, curl }) => {
  const copy = make('button', 'Copy as curl')
  copy.onclick = async () => { await navigator.clipboard.writeText(curl); copy.textContent = 'Copied' }
  const checks = make('ul')
  for (const { name, outcome, detail } of log.checks)
    checks.append(make('li', (MARKS[outcome] ?? '?') + ' ' + name + (detail ? ': ' + detail : ''), outcome === 'failed' ? 'err' : outcome === 'not-reached' ? 'dim' : ''))
  const parts = [
    make('h1', log.method + ' ' + log.path),
    make('div', log.status + ' ' + log.code + ' at ' + new Date(time).toLocaleTimeString() + ', ' + log.ms + ' ms', log.status < 400 ? 'ok' : 'err'),
    make('div', log.message),
  ]
  if (log.fix) parts.push(make('p', 'Fix: ' + log.fix, 'note'))
  if (log.checks.length) parts.push(make('h2', 'Checks'), checks)
  if (token) parts.push(make('h2', 'Token (' + token.kind + ')'), make('pre', JSON.stringify({ header: token.header, claims: token.claims }, null, 2)))
  if (event) parts.push(make('h2', 'Event the function received'), make('pre', JSON.stringify(event, null, 2)))
  parts.push(copy)
  detail.replaceChildren(...parts)
}
const add = exchange => {
  const { log } = exchange
  const item = make('li'), button = make('button')
  button.append(make('code', log.method), make('code', String(log.status), log.status < 400 ? 'ok' : 'err'), make('code', log.path), make('span', log.code, 'dim'))
  button.onclick = () => {
    for (const other of list.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current')
    button.setAttribute('aria-current', 'true')
    show(exchange)
  }
  item.append(button)
  list.prepend(item)
  if (list.children.length > MAX_ROWS) list.lastChild.remove()
  state.textContent = ++count + (count === 1 ? ' request' : ' requests')
}
const source = new EventSource('/_/events')
source.onopen = () => { list.replaceChildren(); count = 0 }
source.onmessage = message => add(JSON.parse(message.data))
source.onerror = () => { state.textContent = 'Not connected: the gateway has stopped' }
`
