import type { Cause } from '../../deployed/cause'
import { causesOf, whole } from '../../deployed/compare'
import type { Api, Authorizer } from '../../deployed/deployed'
import { linkTo } from '../../deployed/links'
import { asText, isAbsent, property, wholeTextIs } from '../../deployed/questions'
import { absent, listOf, literal, type Term, type Text, unknown } from '../../deployed/term'
import type { Span } from '../../source/node'
import type { Builder } from '../template/builder'
import type { Guard } from './guard'

/** The `authorizer` of an `http` event: a string, or a map with type, authorizerId, arn, name and scopes. */
export function restGuard(authorizer: Term, api: Api, key: string, at: Span, builder: Builder): Guard {
  // An empty text is as good as none for the framework.
  const setting = (name: string): Term => {
    const term = property(authorizer, name, at)
    return isEmptyText(term) ? absent(term.at) : term
  }
  const scopes = property(authorizer, 'scopes', at)
  if (authorizer.kind === 'absent') return unguarded(at)
  if (authorizer.kind === 'text') return ofText(authorizer, api, key, at)
  const [written, id, arn, name] = [setting('type'), setting('authorizerId'), setting('arn'), setting('name')]
  const made = madeOf(arn, name, authorizer, api, key, at)
  if (authorizer.kind !== 'fields') {
    const unseen = authorizer.kind === 'unknown' ? made : undefined
    return { ...unknownGuard([causeOf(authorizer)], absent(at), at, unseen), writtenType: written }
  }
  const isNameless = name.kind === 'absent'
  const link = linkTo(id, builder.authorizers, ({ authorizerId }) => authorizerId, 'authorizer')
  // Without a type the framework does not read authorizerId, which shows what is meant where nothing else does.
  const isMeantOnly = link.kind === 'one' && isNameless && arn.kind === 'absent'
  if (isAbsent(id).is !== true && (written.kind !== 'absent' || isMeantOnly)) {
    // It copies the type as written, but for the two of Lambda authorizers.
    const isLambda = written.kind === 'absent' || isWord(written, 'token', 'request')
    const type = isLambda ? literal('CUSTOM', at, assumedOf(written)) : upper(written)
    return { type, writtenType: written, authorizer: link, scopes }
  }
  if (isWord(written, 'aws_iam'))
    return { ...unguarded(at), type: literal('AWS_IAM', at, assumedOf(written)) }
  const isOfType = isWord(written, 'cognito_user_pools')
  // The framework makes nothing of scopes alone, takes a name alone for a function, and finds one only in a string.
  if (
    arn.kind === 'absent'
      ? isOfType || (written.kind === 'absent' && isNameless)
      : isOfType && isNameless && isObject(arn)
  )
    return {
      ...unguarded(at),
      type: literal('COGNITO_USER_POOLS', at, assumedOf(written)),
      writtenType: absent(at),
      scopes,
    }
  // Whoever writes another type means the ARN of a function.
  const hidden = written.kind === 'absent' ? hiddenIn(arn) : hiddenIn(written)
  // Scopes that are not written stay so, whatever the authorizer is.
  if (hidden.length > 0 && !namesPool(arn))
    return { ...unknownGuard(hidden, scopes, at, made, arn.kind === 'absent'), scopes }
  const isCognito = isOfType || namesPool(arn)
  const isMeant = written.kind === 'absent' && isOfPool(arn)
  const assumed = [...assumedOf(written), ...(isOfType ? [] : kindOf(arn))]
  if (arn.kind === 'absent' || !(isCognito || isMeant))
    return { ...unguarded(at), type: literal('CUSTOM', at, assumed) }
  const guard = { authorizer: { kind: 'one', to: made }, scopes, made } as const
  return isCognito
    ? { ...guard, type: literal('COGNITO_USER_POOLS', at, assumed) }
    : { ...guard, type: literal('CUSTOM', at, assumed), writtenType: written }
}

const isEmptyText = (term: Term): boolean =>
  term.kind === 'text' && term.parts.length + term.assumed.length === 0

const assumedOf = (term: Term): readonly string[] => (term.kind === 'text' ? term.assumed : [])

/** The defaults that decide what a text names: none where the words around its variables make it the ARN of a pool. */
function kindOf(term: Term): readonly string[] {
  const { source, start, end } = term.at
  const isWritten =
    term.kind === 'text' &&
    term.node === undefined &&
    /^['"]?arn:[a-zA-Z-]*:cognito-idp:.*:userpool\//.test(source.text.slice(start, end))
  return isWritten ? [] : assumedOf(term)
}

/** In whatever case: the framework compares it so. */
const isWord = (type: Term, ...words: readonly string[]): boolean | undefined =>
  wholeTextIs(type, text => words.includes(text.toLowerCase())).is

const unguarded = (at: Span): Guard => ({
  type: literal('NONE', at),
  authorizer: { kind: 'none' },
  scopes: absent(at),
})

function ofText(authorizer: Text, api: Api, key: string, at: Span): Guard {
  const text = whole(authorizer)
  const typed = (type: string) => ({ ...unguarded(at), type: literal(type, at, kindOf(authorizer)) })
  // The framework asks whether there is an authorizer, and an empty text is none.
  if (text === '') return typed('NONE')
  if (text?.toLowerCase() === 'aws_iam') return typed('AWS_IAM')
  const hidden = hiddenIn(authorizer)
  if (hidden.length > 0 && !namesPool(authorizer)) return unknownGuard(hidden, absent(at), at)
  const isCognito = namesPool(authorizer)
  const isMisspelt =
    isOfPool(authorizer) && authorizer.parts[0]?.kind === 'literal' && !beginsAsPool(authorizer)
  if (!isCognito && !isMisspelt) return typed('CUSTOM')
  // A bare ARN leaves no room for scopes.
  const made = madeOf(authorizer, absent(at), absent(at), api, key, at)
  return {
    ...typed(isCognito ? 'COGNITO_USER_POOLS' : 'CUSTOM'),
    ...(isMisspelt && { writtenType: absent(at) }),
    authorizer: { kind: 'one', to: made },
    made,
  }
}

/** A string with the ARN of a user pool. What only CloudFormation knows, such as GetAtt, is no string for the framework. */
const namesPool = (term: Term): boolean =>
  term.kind === 'text' && isOfPool(term) && beginsAsPool(term) && !isObject(term)

/** A function of CloudFormation, which the framework does not evaluate. */
const isObject = (term: Term): boolean =>
  asText(term).parts.some(
    part => part.kind === 'resource' || (part.kind === 'unknown' && !isOfFramework(part.cause)),
  )

/** The framework knows the ARN of a pool by how it begins, which is not certain of one that begins with a variable. */
const beginsAsPool = ({ parts }: Text): boolean =>
  /^arn:[a-zA-Z-]*:cognito-idp/.test(parts.map(part => (part.kind === 'literal' ? part.text : 'x')).join(''))

const isOfPool = (term: Term): boolean =>
  term.kind === 'text' && term.parts.some(part => part.kind === 'literal' && /:userpool\//.test(part.text))

const isOfFramework = ({ kind }: Cause): boolean => kind === 'variable' || kind === 'file'

/**
 * The framework looks for the ARN of a pool in what its own variables give. A value that only CloudFormation knows is
 * none for it, and neither is the ARN of a function, whatever its Region.
 */
function hiddenIn(term: Term): readonly Cause[] {
  const text = asText(term)
  const isFunction = text.parts.some(part => part.kind === 'literal' && /:lambda:|:function:/.test(part.text))
  return isFunction ? [] : causesOf(text).filter(isOfFramework)
}

/** What may be an authorizer of a pool, or a function. */
const unknownGuard = (
  because: readonly Cause[],
  scopes: Term,
  at: Span,
  made?: Authorizer,
  mayBeMissing?: boolean,
): Guard => {
  const cause = because[0] ?? causeOf(absent(at))
  const type = unknown(`authorizer ${at.source.path} ${at.start}`, cause, at)
  const authorizer = { kind: 'unknown', because, ...(mayBeMissing && { mayBeMissing }) } as const
  return {
    type,
    authorizer,
    scopes: scopes.kind === 'absent' ? type : scopes,
    ...(made && { made: { ...made, under: cause } }),
  }
}

function madeOf(arn: Term, name: Term, settings: Term, api: Api, key: string, at: Span): Authorizer {
  const source = property(settings, 'identitySource', at)
  return {
    id: whole(asText(name)) || 'authorizer',
    key: `${key} authorizer`,
    at,
    ...(api.under && { under: api.under }),
    api: { kind: 'one', to: api },
    authorizerId: literal(`${key} authorizer`, at),
    type: literal('COGNITO_USER_POOLS', at),
    identitySource: source.kind === 'absent' ? literal('method.request.header.Authorization', at) : source,
    validationExpression: property(settings, 'identityValidationExpression', at),
    ...(settings.kind === 'fields' &&
      settings.node && { expressionEntry: { map: settings.node, key: 'identityValidationExpression' } }),
    providerArns: listOf([{ term: arn }], arn.at),
    issuer: absent(at),
    audience: absent(at),
    implicit: true,
  }
}

const upper = (term: Term): Term =>
  term.kind === 'text'
    ? {
        ...term,
        parts: term.parts.map(part =>
          part.kind === 'literal' ? { ...part, text: part.text.toUpperCase() } : part,
        ),
      }
    : term

const causeOf = (term: Term) =>
  term.kind === 'unknown' || term.kind === 'either'
    ? term.cause
    : { kind: 'variable' as const, name: 'authorizer', message: 'The authorizer is not a string or a map.' }
