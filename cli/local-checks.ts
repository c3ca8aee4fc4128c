import { requestIdOf } from '../local/call'
import { type Check, runCheck, send } from '../local/checks'
import type { Running } from '../local/open'
import type { Outcome } from './command'
import { printable, printableJson } from './printable'

/** Runs every check; status 1 if any of them failed. */
export async function checkReport(
  running: Running,
  checks: readonly Check[],
  json: boolean,
): Promise<Outcome> {
  const lines: string[] = []
  let failed = 0
  for (const check of checks) {
    const { id, faults } = await runCheck(running, check)
    if (faults.length > 0) failed++
    if (json) lines.push(printableJson({ type: 'check', id, passed: faults.length === 0, faults }))
    else
      lines.push(
        printable(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${id}`),
        ...faults.map(fault => printable(`       ${fault}`)),
      )
  }
  if (!json) lines.push(`${checks.length - failed} passed, ${failed} failed`)
  return { status: failed > 0 ? 1 : 0, stdout: `${lines.join('\n')}\n` }
}

/** Sends one request and prints the response; status 1 for 400 and above. */
export async function onceReport(
  running: Running,
  request: Check['request'],
  json: boolean,
): Promise<Outcome> {
  const response = await send(running, request).catch((error: Error) => error)
  if (response instanceof Error) return { status: 1, stderr: `local: ${printable(response.message)}\n` }
  const status = response.status >= 400 ? 1 : 0
  const log = running.liveLog.find(requestIdOf(response))?.log
  if (json) return { status, stdout: `${printableJson({ ...log, response })}\n` }
  const headers = Object.entries(response.headers).map(([name, value]) => printable(`${name}: ${value}`))
  const why = log
    ? [printable(`${log.code}: ${log.message}`), ...(log.fix === '' ? [] : [printable(`Fix: ${log.fix}`)])]
    : []
  return {
    status,
    stdout: `${[printable(`${response.status} ${request.method} ${request.path}`), ...headers, '', response.body].join('\n')}\n`,
    stderr: why.map(text => `${text}\n`).join(''),
  }
}
