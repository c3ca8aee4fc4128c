import { authorizationTypeOf } from '../../deployed/authorization-type'
import { causesOf, matches, whole } from '../../deployed/compare'
import type { Api, Authorizer } from '../../deployed/deployed'
import { linkAssuming, linkTo } from '../../deployed/links'
import { asText, fieldOf, listingOf, property } from '../../deployed/questions'
import { absent, literal, type Term, unknown } from '../../deployed/term'
import type { Span } from '../../source/node'
import type { Builder } from '../template/builder'
import type { Guard } from './guard'

/** The authorizers in `provider.httpApi.authorizers`. */
export function providerAuthorizers(section: Term, api: Api): readonly Authorizer[] {
  if (section.kind !== 'fields') return []
  return [...section.fields].map(([name, { key: at, value }]) => {
    const type = asText(property(value, 'type', at))
    const [cause] = causesOf(type)
    return {
      id: name,
      key: `${api.key} authorizer ${name}`,
      at,
      ...(api.under && { under: api.under }),
      api: { kind: 'one', to: api },
      authorizerId: literal(name, at),
      type: cause
        ? unknown(`type of ${api.key} ${name}`, cause, at)
        : literal(matches(type, /^request$/i) ? 'REQUEST' : 'JWT', at, type.assumed),
      identitySource: property(value, 'identitySource', at),
      validationExpression: absent(at),
      providerArns: absent(at),
      issuer: property(value, 'issuerUrl', at),
      audience: property(value, 'audience', at),
      ...(value.kind === 'fields' &&
        value.node && { identitySlot: { map: value.node, key: 'identitySource', after: ['type', 'name'] } }),
    }
  })
}

/** The `authorizer` of an `httpApi` event: a name, or a map with name or id, type and scopes. */
export function httpGuard(authorizer: Term, section: Term, builder: Builder, at: Span): Guard {
  const none = { authorizer: { kind: 'none' }, scopes: absent(at) } as const
  if (authorizer.kind === 'absent') return { ...none, type: literal('NONE', at) }
  // An empty text is no authorizer for the framework.
  if (authorizer.kind === 'text' && whole(authorizer) === '')
    return { ...none, type: literal('NONE', at, authorizer.assumed) }
  const isMap = authorizer.kind === 'fields'
  const scopes = authorizer.kind === 'text' ? absent(at) : property(authorizer, 'scopes', at)
  const type = asText(isMap ? property(authorizer, 'type', at) : absent(at))
  const [cause] = causesOf(type)
  if (matches(type, /^aws_iam$/i)) return { ...none, type: literal('AWS_IAM', at, type.assumed) }
  const id = isMap ? property(authorizer, 'id', at) : absent(at)
  const name = isMap ? property(authorizer, 'name', at) : authorizer
  const link =
    id.kind === 'absent'
      ? named(name, section, builder)
      : linkTo(id, builder.authorizers, ({ authorizerId }) => authorizerId, 'authorizer')
  const place = fieldOf(authorizer, 'name')?.key ?? at
  const guardType =
    link.kind === 'one'
      ? authorizationTypeOf(link.to, place)
      : link.kind === 'unknown' && link.mayBeMissing && link.because[0]
        ? unknown(`authorizer ${at.source.path} ${at.start}`, link.because[0], place)
        : cause
          ? unknown(`type of authorizer ${at.source.path} ${at.start}`, cause, place)
          : literal(matches(type, /^request$/i) ? 'CUSTOM' : 'JWT', place, type.assumed)
  return { type: guardType, authorizer: link, scopes }
}

const ofProvider = ({ authorizers }: Builder) =>
  authorizers.filter(({ key }) => key.includes('HttpApi authorizer '))

/** The authorizer of this name, among those of the provider, of which `section` may not show all. */
function named(name: Term, section: Term, builder: Builder): Guard['authorizer'] {
  const link = linkTo(name, ofProvider(builder), ({ id, at }) => literal(id, at), 'authorizer')
  const word = name.kind === 'text' ? whole(name) : undefined
  const hidden = [...listingOf(section).hidden, ...causesOf(asText(name))]
  if (link.kind === 'unknown') return { ...link, mayBeMissing: true }
  if (link.kind === 'foreign' && hidden.length > 0)
    return { kind: 'unknown', because: hidden, mayBeMissing: true }
  return link.kind === 'foreign' && word !== undefined
    ? linkAssuming(
        { kind: 'missing', name: word, at: name.at, place: 'provider.httpApi.authorizers' },
        asText(name).assumed,
      )
    : link
}
