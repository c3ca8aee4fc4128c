'use client'

import { useFieldSelector, useFieldValue } from '@/components/fields/form-hooks'
import { useFindingsKnown, useOpenFindings, useProblems } from '@/components/session/hooks'
import type { FormValues } from '@/components/session/session'

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`

export function ServiceSummary() {
  const stage = useFieldValue<string>('stage')
  return useFieldSelector<FormValues['userPool'], string>('userPool', pool =>
    pool.source === 'new'
      ? pool.name
        ? `${stage}-${pool.name}`
        : 'New user pool'
      : pool.userPoolId || 'Existing user pool',
  )
}

export function ScopesSummary() {
  return useFieldSelector<FormValues['resourceServers'], string>('resourceServers', servers =>
    count(
      servers.reduce((sum, { scopes }) => sum + scopes.length, 0),
      'scope',
    ),
  )
}

export function ClientsSummary() {
  return useFieldSelector<FormValues['clients'], string>('clients', clients =>
    count(clients.length, 'client'),
  )
}

export function EndpointsSummary() {
  return useFieldSelector<FormValues['endpoints'], string>('endpoints', endpoints =>
    count(endpoints.length, 'endpoint'),
  )
}

export function EndpointsFooterNote() {
  const endpoints = useFieldSelector<FormValues['endpoints'], number>(
    'endpoints',
    endpoints => endpoints.length,
  )
  return (
    <>
      <span className="tabular-nums">{endpoints} of 300</span> endpoints
    </>
  )
}

export function ReviewSummary() {
  const findings = useOpenFindings()
  const isKnown = useFindingsKnown()
  const problems = useProblems().length
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  const suggestions = findings.length - warnings
  if (problems > 0) return 'Not valid yet'
  if (!isKnown) return 'Checking…'
  if (findings.length === 0) return 'Ready'
  return [warnings > 0 && count(warnings, 'warning'), suggestions > 0 && count(suggestions, 'suggestion')]
    .filter(Boolean)
    .join(', ')
}
