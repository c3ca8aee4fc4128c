import { refusesTokens } from '@/lib/doctor/refuses-tokens'
import type { DiagnosisReport } from '@/lib/doctor/report'

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`

/** How many reasons there are for a refused token, how many other findings, and how many undecided checks. */
export function headlineOf({
  files,
  findings,
  undecided,
  apis,
}: Pick<DiagnosisReport, 'files' | 'findings' | 'undecided' | 'apis'>): string {
  if (files.every(({ read }) => read === 'refused'))
    return files.length === 1 ? 'This file cannot be read' : 'These files cannot be read'
  const reasons = findings.filter(({ code }) => refusesTokens(code)).length
  const others = findings.length - reasons
  // An HTTP API answers 403 to a token without the scope.
  const status = apis.some(({ type }) => type === 'http') ? 'is refused' : 'gets 401'
  const parts = [
    reasons > 0 ? `${count(reasons, 'reason')} why an access token ${status}` : '',
    others > 0 ? count(others, reasons > 0 ? 'more finding' : 'finding') : '',
    undecided.length > 0 ? `${undecided.length} undecided` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : 'No findings'
}
