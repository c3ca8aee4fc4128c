import type { FieldPath } from '../document/field-path'
import type { Spec } from '../document/spec'
import type { RepairableFinding } from './finding'

type Acknowledged = NonNullable<Spec['acknowledged']>[number]

/** Adds to each finding what it is about, and whether the spec acknowledges it. */
export function acknowledge(
  findings: readonly RepairableFinding[],
  spec: Spec,
): readonly RepairableFinding[] {
  const known = new Set(spec.acknowledged?.map(keyOf))
  return findings.map(finding => {
    const at = subjectOf(spec, finding.paths[0] ?? '')
    return {
      ...finding,
      ...(at !== undefined && { at }),
      ...(known.has(keyOf({ code: finding.code, at })) && { acknowledged: true }),
    }
  })
}

/** The entries of `acknowledged` that are still about a finding. */
export function matching(
  acknowledged: readonly Acknowledged[],
  findings: readonly RepairableFinding[],
): readonly Acknowledged[] {
  const found = new Set(findings.map(keyOf))
  return acknowledged.filter(entry => found.has(keyOf(entry)))
}

const keyOf = ({
  code,
  at,
}: Pick<RepairableFinding, 'code'> & { readonly at?: string | undefined }): string =>
  JSON.stringify([code, at])

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
