import { derivedFields, derivedNames } from '../derived-names'
import type { Spec } from '../spec'
import { withValueAt } from './at-path'
import { renameServer } from './rename'

/**
 * Changes the service name, and the names that follow it. A name follows if it is the one that the old service name
 * gives, both in `spec` and in `before`, the document before typing began: on the way from `orders-x` to `orders` a name
 * that was edited may equal a derived one for a moment.
 */
export function renameService(spec: Spec, service: string, before: Spec = spec): Spec {
  const names = derivedNames(service)
  const started = derivedFields(before)
  const followers = derivedFields(spec).filter(path => started.includes(path))
  let next: Spec = { ...spec, service }
  for (const path of followers)
    next =
      path === 'resourceServers.0.identifier'
        ? renameServer(next, 0, names[path])
        : (withValueAt(next, path, names[path]) as Spec)
  return next
}
