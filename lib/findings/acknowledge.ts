import { acknowledgementKey } from '../document/edit/acknowledge'
import type { FieldPath } from '../document/field-path'
import type { Spec } from '../document/spec'
import type { RepairableFinding } from './finding'

/** Adds to each finding what it is about, and whether the spec acknowledges it. */
export function acknowledge(
  findings: readonly RepairableFinding[],
  spec: Spec,
): readonly RepairableFinding[] {
  const known = new Set(spec.acknowledged?.map(acknowledgementKey))
  return findings.map(finding => {
    const at = subjectOf(spec, finding.paths[0] ?? '')
    return {
      ...finding,
      ...(at !== undefined && { at }),
      ...(known.has(acknowledgementKey({ code: finding.code, at })) && { acknowledged: true }),
    }
  })
}

/** The name that people know the part of a spec by in which the field at `path` is; undefined for a part without one. */
function subjectOf(spec: Spec, path: FieldPath): string | undefined {
  const [section, index, list, member] = path.split('.')
  const i = Number(index)
  if (section === 'clients') return spec.clients[i]?.name
  if (section === 'endpoints') {
    const endpoint = spec.endpoints[i]
    return endpoint && `${endpoint.method} ${endpoint.path}`
  }
  if (section !== 'resourceServers') return undefined
  const server = spec.resourceServers[i]
  const scope = list === 'scopes' ? server?.scopes[Number(member)] : undefined
  return scope ? `${server?.identifier}/${scope.name}` : server?.identifier
}
