#!/usr/bin/env node
// Starts Firefox for Playwright, and passes the messages of WebDriver BiDi on. Playwright 1.65 expects two things that
// Firefox 153 does not have yet: a command that sets the colour scheme, without which no page can be opened, and an
// identifier in the events of a download. And it fills a field in such a way that React sees no change.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import WebSocket, { WebSocketServer } from 'ws'
import { findFirefox } from '../../../scripts/find-browser.mjs'

const UNSUPPORTED = 'emulation.setMediaFeaturesOverride'
const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/

const firefox = spawn(findFirefox() ?? 'firefox', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
})
firefox.once('exit', status => process.exit(status ?? 1))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => firefox.kill(signal))

createInterface({ input: firefox.stderr }).on('line', line => {
  const [, address] = LISTENING.exec(line) ?? []
  if (address === undefined) return console.error(line)
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () =>
    console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`),
  )
  server.on('connection', client => passOn(client, new WebSocket(`${address}/session`)))
})

function passOn(client, browser) {
  const waiting = []
  browser.once('open', () => {
    for (const message of waiting.splice(0)) browser.send(message)
  })
  browser.on('message', bytes => client.send(withDownloadId(bytes.toString())))
  client.on('message', bytes => {
    const message = bytes.toString()
    const { id, method } = JSON.parse(message)
    if (method === UNSUPPORTED) client.send(JSON.stringify({ type: 'success', id, result: {} }))
    else if (browser.readyState === WebSocket.OPEN) browser.send(withNativeFill(message))
    else waiting.push(message)
  })
  client.once('close', () => browser.close())
  browser.once('close', () => client.close())
}

/** The address identifies a download: each is a blob of its own. */
function withDownloadId(message) {
  if (!message.includes('"browsingContext.download')) return message
  const event = JSON.parse(message)
  if (event.type !== 'event') return message
  return JSON.stringify({ ...event, params: { download: event.params.url, ...event.params } })
}

/** React replaces the setter of a field to notice what it sets itself; only the setter of the browser is a user's input. */
const withNativeFill = message =>
  message.replaceAll(
    'inputElement.value = value;',
    "Reflect.set(Object.getPrototypeOf(inputElement), 'value', value, inputElement);",
  )
