/** The script of the live page. It writes text only as text, never as HTML. */
export const SCRIPT = `
const byId = id => document.getElementById(id)
const [list, verdict, data, state, copy, empty] = ['list', 'verdict', 'data', 'state', 'copy', 'empty'].map(byId)
const MAX_ROWS = 200
const exchanges = new Map()
const placeholders = [verdict, data].map(pane => [pane, [...pane.childNodes]])
let chosen, curl = ''
const make = (tag, className, ...children) => {
  const node = document.createElement(tag)
  if (className) node.className = className
  node.append(...children)
  return node
}
const tone = status => status < 400 ? 'ok' : 'err'
const clock = time => new Date(time).toLocaleTimeString()
const MARKS = { passed: ['\\u2713', 'ok'], failed: ['\\u2717', 'err'], 'not-reached': ['\\u00b7', 'dim'] }
const checkRow = ({ name, outcome, detail }) => {
  const [mark, className] = MARKS[outcome] ?? ['?', 'dim']
  return make('li', outcome === 'not-reached' ? 'dim' : '', make('span', className, mark), make('span', 'name', name), make('span', outcome === 'failed' ? 'err' : 'dim', detail ?? ''))
}
const KINDS = /("(?:[^"\\\\]|\\\\.)*")(\\s*:)?|-?\\d[\\d.eE+-]*|true|false|null/g
const json = value => {
  const text = JSON.stringify(value, null, 2), node = make('pre')
  let end = 0
  for (const match of text.matchAll(KINDS)) {
    const word = match[1] ?? match[0]
    node.append(text.slice(end, match.index), make('span', match[2] ? 'key' : match[1] ? 'string' : 'literal', word))
    end = match.index + word.length
  }
  node.append(text.slice(end))
  return node
}
const block = (title, ...children) => make('div', 'block', make('h3', '', title), ...children)
const show = id => {
  const { log, time, token, event, curl: command } = exchanges.get(id)
  curl = command
  copy.hidden = false
  copy.textContent = 'Copy as curl'
  for (const row of list.children) row.firstChild.setAttribute('aria-current', row.dataset.id === String(id))
  verdict.replaceChildren(
    make('div', 'title', make('span', 'method', log.method), make('code', '', log.path)),
    make('p', '', make('b', tone(log.status), log.status + ' ' + log.code), make('span', 'dim', ' at ' + clock(time) + ', ' + log.ms + ' ms')),
    make('p', '', log.message),
    ...(log.fix ? [make('p', 'note', make('b', '', 'Fix: '), log.fix)] : []),
    ...(log.checks.length ? [block('Checks', make('ul', '', ...log.checks.map(checkRow)))] : []),
  )
  data.replaceChildren(
    ...(token ? [block('Token: ' + token.kind, json({ header: token.header, claims: token.claims }))] : [make('p', 'dim', 'The request has no token that can be decoded.')]),
    event ? block('Event the function received', json(event)) : make('p', 'dim', 'No function was called.'),
  )
}
let last = 0
const add = exchange => {
  const id = ++last, { log, time } = exchange
  exchanges.set(id, exchange)
  const button = make('button', '',
    make('span', 'method', log.method),
    make('span', 'request', make('code', '', log.path), make('small', '', log.code)),
    make('span', 'answer', make('b', tone(log.status), log.status), make('small', '', clock(time))))
  button.onclick = () => {
    chosen = id
    show(id)
    if (matchMedia('(max-width: 820px)').matches) verdict.parentElement.scrollIntoView()
  }
  const row = make('li', log.status < 400 ? '' : 'failed', button)
  row.dataset.id = id
  list.prepend(row)
  if (list.children.length > MAX_ROWS) {
    exchanges.delete(Number(list.lastChild.dataset.id))
    list.lastChild.remove()
  }
  // The newest is shown until somebody chooses one.
  if (chosen === undefined) show(id)
  count()
}
const count = () => {
  const rows = [...list.children], errors = rows.filter(row => row.className).length
  byId('all').lastChild.textContent = rows.length
  byId('errors').lastChild.textContent = errors
  const shown = byId('errors').firstChild.checked ? errors : rows.length
  empty.hidden = shown > 0
  state.textContent = rows.length + (rows.length === 1 ? ' request' : ' requests')
}
byId('filter').onchange = () => {
  list.classList.toggle('errors', byId('errors').firstChild.checked)
  count()
}
list.onkeydown = event => {
  const row = event.target.closest('li'), step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key]
  if (!row || !step) return
  event.preventDefault()
  let next = row[step]
  while (next && next.offsetParent === null) next = next[step]
  if (next) next.firstChild.focus()
}
copy.onclick = async () => {
  await navigator.clipboard.writeText(curl)
  copy.textContent = 'Copied'
}
const source = new EventSource('/_/events')
source.onopen = () => {
  // A gateway that was started again has none of the requests before.
  list.replaceChildren()
  for (const [pane, nodes] of placeholders) pane.replaceChildren(...nodes)
  copy.hidden = true
  exchanges.clear()
  chosen = undefined
  document.body.classList.remove('lost')
  count()
}
source.onmessage = message => add(JSON.parse(message.data))
source.onerror = () => {
  document.body.classList.add('lost')
  state.textContent = 'Not connected: the gateway has stopped'
}
`
