import { RESERVED_DOMAIN_WORDS } from '../aws/patterns'
import { valueAt } from './edit/at-path'
import type { Spec } from './spec'

/** The names that follow the service name until they are edited, by the path of their field. */
const DERIVED_FIELDS = [
  'userPool.name',
  'userPool.domainPrefix',
  'resourceServers.0.identifier',
  'resourceServers.0.name',
  'api.name',
] as const

export type DerivedField = (typeof DERIVED_FIELDS)[number]

/** The names that go with a service name: `orders` gives `orders-users`, `Orders API` and so on; none gives empty names. */
export function derivedNames(service: string): Readonly<Record<DerivedField, string>> {
  const slug = toSlug(service)
  return {
    'userPool.name': slug && `${slug.replace(/-(?:api|service)$/, '')}-users`,
    'userPool.domainPrefix': toSlug(
      RESERVED_DOMAIN_WORDS.reduce((text, word) => text.replaceAll(word, ''), slug),
    ),
    'resourceServers.0.identifier': slug,
    'resourceServers.0.name': toTitle(slug),
    'api.name': slug,
  }
}

/** The fields of a document whose names are those that its service name gives: nobody has edited them. */
export function derivedFields(spec: Spec): readonly DerivedField[] {
  const names = derivedNames(spec.service)
  return DERIVED_FIELDS.filter(path => valueAt(spec, path) === names[path])
}

/** Lower-case letters and digits with single hyphens between them: valid wherever a derived name is used. */
const toSlug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

function toTitle(slug: string): string {
  if (slug === '') return ''
  const words = slug
    .split('-')
    .map(word => (word === 'api' ? 'API' : word.charAt(0).toUpperCase() + word.slice(1)))
  return [...words, ...(words.at(-1) === 'API' ? [] : ['API'])].join(' ')
}
