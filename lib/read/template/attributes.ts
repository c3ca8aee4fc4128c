import { type Cause, outside } from '../../deployed/cause'
import { asText, isAbsent, isOneOf, propertyAt } from '../../deployed/questions'
import { absent, literal, type Part, type Term, type Text, textOfParts, unknown } from '../../deployed/term'
import { some } from '../../deployed/truth'
import type { Span } from '../../source/node'
import { NESTED } from './location'
import { propertyOf, type Stack, type StackOptions, type TemplateResource } from './resource'

/** The value of `Ref` to a resource or a pseudo parameter. */
export function refOf(name: string, at: Span, resources: Stack['resources'], options: StackOptions): Term {
  const resource = resources.get(name)
  if (name === 'AWS::NoValue') return absent(at)
  if (name.startsWith('AWS::')) return pseudo(name, at, options)
  if (resource) return refToResource(resource, at)
  if (options.isImplied?.(name)) return symbol(options.prefix + name, 'Ref', at)
  // SAM publishes a function as these (AWS SAM Developer Guide, "Referencing AWS SAM generated resources").
  const [, id = '', published = ''] = /^(.+)\.(Alias|Version)$/.exec(name) ?? []
  if (resources.get(id)?.type === 'AWS::Serverless::Function')
    return symbol(options.prefix + id, published, at)
  return unknown(`name ${options.prefix}${name}`, nameless(name, at), at)
}

function refToResource(resource: TemplateResource, at: Span): Term {
  switch (resource.type) {
    // CloudFormation's Ref of these is a name that the template itself gives.
    case 'AWS::Cognito::UserPoolResourceServer':
      return moved(propertyOf(resource, 'Identifier'), at)
    case 'AWS::Cognito::UserPoolDomain':
      return moved(propertyOf(resource, 'Domain'), at)
    case 'AWS::ApiGateway::Stage':
      return moved(propertyOf(resource, 'StageName'), at)
    default:
      return RETURNED.test(resource.type)
        ? returned(resource.key, 'Ref', at)
        : symbol(resource.key, 'Ref', at)
  }
}

/** Types of which code that is not in the files decides what they return. */
export const RETURNED = /^(?!AWS::)|^AWS::CloudFormation::(?:CustomResource|WaitCondition)$/

function returned(key: string, attribute: string, at: Span): Term {
  const id = key.slice(key.lastIndexOf('/') + 1)
  const name = attribute === 'Ref' ? id : `${id}.${attribute}`
  const message = `${name} is what a custom resource returns when the template is deployed.`
  return unknown(`returned ${key}.${attribute}`, { kind: 'outside', name, message, at }, at)
}

/** The value of `GetAtt`. The three spellings of a pool's identity share the pool itself as their last part. */
export function attributeOf(
  id: string,
  attribute: string,
  at: Span,
  resource: TemplateResource | undefined,
  options: StackOptions,
): Term {
  const key = options.prefix + id
  const plain = symbol(key, SAME_AS_REF.has(attribute) ? 'Ref' : attribute, at)
  if (!resource || attribute === '') {
    if (attribute !== '' && options.isImplied?.(id)) return plain
    const name = attribute === '' ? `GetAtt ${id}` : `${id}.${attribute}`
    return unknown(`name ${key}.${attribute}`, nameless(name, at), at)
  }
  const { type } = resource
  const self: Part = { kind: 'resource', id: key, attribute: 'Ref' }
  const region = asText(pseudo('AWS::Region', at, options)).parts
  if (type === 'AWS::Cognito::UserPool') {
    const host: readonly Part[] = hasOriginalIssuer(resource)
      ? [text('cognito-idp.'), ...region, text('.amazonaws.com/'), self]
      : [{ kind: 'unknown', key: `host of ${key}`, cause: HOST }, text('/'), self]
    if (attribute === 'ProviderURL') return textOfParts([text('https://'), ...host], at)
    if (attribute === 'ProviderName') return textOfParts(host, at)
    if (attribute === 'Arn') {
      const account = asText(pseudo('AWS::AccountId', at, options)).parts
      const partition = asText(pseudo('AWS::Partition', at, options)).parts
      const head = [text('arn:'), ...partition, text(':cognito-idp:'), ...region, text(':'), ...account]
      return textOfParts([...head, text(':userpool/'), self], at)
    }
  }
  if (type === 'AWS::SSM::Parameter' && attribute === 'Value') return moved(propertyOf(resource, 'Value'), at)
  if (NESTED.get(type) !== undefined && attribute.startsWith('Outputs.')) {
    const output = options.nested?.(id)?.output(attribute.slice('Outputs.'.length))
    return output ?? unknown(`nested ${key}.${attribute}`, nestedCause(id, attribute, at), at)
  }
  if (RETURNED.test(type)) return returned(key, attribute, at)
  return plain
}

/** ORIGINAL is the default (CreateUserPool API, IssuerConfiguration). */
function hasOriginalIssuer(pool: TemplateResource): boolean {
  const type = propertyAt(pool.value, ['IssuerConfiguration', 'Type'])
  return some(isAbsent(type), isOneOf(type, 'ORIGINAL')).is === true
}

const HOST = outside('ProviderURL', 'AWS does not document it for the issuer type UPDATED.')

/** Attributes that repeat what Ref gives. */
const SAME_AS_REF = new Set(['UserPoolId', 'ClientId', 'ApiId', 'RestApiId', 'AuthorizerId', 'Ref'])

/** AWS gives their values; `--param` may too. */
function pseudo(name: string, at: Span, options: StackOptions): Term {
  const given = options.known.parameters.get(name)
  if (given !== undefined) return literal(given, at)
  const message = `${name} is known when the template is deployed.`
  const key = /^AWS::Stack|^AWS::Notification/.test(name) ? options.prefix + name : name
  const value = unknown(key, { kind: 'parameter', name, message, at }, at)
  return name === 'AWS::StackId' ? stackId(asText(value).parts, at, options) : value
}

const STACK = 'arn: AWS::Partition :cloudformation: AWS::Region : AWS::AccountId :stack/ AWS::StackName /'

/** The ARN of a stack ends with an id of hexadecimal digits and hyphens. Whoever knows the whole is not asked for its pieces. */
function stackId(id: readonly Part[], at: Span, options: StackOptions): Text {
  const [own] = id
  const pieces = STACK.split(' ').flatMap(piece => {
    if (!piece.startsWith('AWS::')) return [text(piece)]
    return asText(pseudo(piece, at, options)).parts.map(part =>
      part.kind === 'unknown' && own?.kind === 'unknown' ? { ...part, cause: own.cause, name: piece } : part,
    )
  })
  return textOfParts([...pieces, ...id], at)
}

const text = (value: string): Part => ({ kind: 'literal', text: value })
const symbol = (id: string, attribute: string, at: Span): Text =>
  textOfParts([{ kind: 'resource', id, attribute }], at)

/** The value of another property, at the place that refers to it. */
function moved(term: Term, at: Span): Term {
  return term.kind === 'text' ? { ...term, at, node: undefined } : term
}

const nameless = (name: string, at: Span): Cause => ({
  kind: 'outside',
  name,
  message: `${name} is neither a parameter nor a resource of these files.`,
  at,
})

const nestedCause = (id: string, attribute: string, at: Span): Cause => ({
  kind: 'nested',
  name: `${id}.${attribute}`,
  message: `${attribute} comes from the nested stack ${id}. Give its template too.`,
  at,
})
