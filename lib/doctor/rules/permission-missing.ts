import { apiGatewayGuide } from '../../aws/docs'
import { exists } from '../../deployed/access'
import { causesOf, sameText } from '../../deployed/compare'
import type { Endpoint, LambdaFunction, Permission } from '../../deployed/deployed'
import { ofLink } from '../../deployed/links'
import { asText, isAbsent, leavesOf, wholeTextIs } from '../../deployed/questions'
import { joinParts, type Text } from '../../deployed/term'
import { all, known, knownUnless, no, not, some, type Truth, undecided, yes } from '../../deployed/truth'
import { about } from '../about'
import type { Facts, Rule } from '../rule'

export const permissionMissing: Rule = {
  code: 'PERMISSION_MISSING',
  severity: 'error',
  source: apiGatewayGuide('apigateway-integration-settings-integration-response'),
  check: facts => {
    const { byFunction, ofAny } = callersOf(facts)
    const permissions = permissionsByResource(facts)
    return facts.deployed.functions
      .filter(({ permitted }) => !permitted)
      .map(lambda => {
        const open = facts.deployed.open
        const calls = byFunction.get(lambda.key) ?? []
        const permitted = some(permissionOf(lambda, permissions, calls), knownUnless(open, false))
        return about(lambda, all(some(...calls.map(({ truth }) => truth), ofAny), not(permitted)), () => ({
          message: `API Gateway has no permission to call the function ${lambda.id}.`,
          why: 'After a successful authorization every call ends in 500.',
          fix: 'Add an AWS::Lambda::Permission for apigateway.amazonaws.com.',
        }))
      })
  },
}

/** Whether endpoints of APIs that write no permissions themselves call a function. */
interface Callers {
  /** For each function that a path names, by its key. */
  readonly byFunction: ReadonlyMap<string, readonly Call[]>
  /** Does an endpoint call one that the files do not show? It may be any. */
  readonly ofAny: Truth
}

interface Call {
  readonly truth: Truth
  /** It names the function alone, without a version or alias. */
  readonly isUnqualified: boolean
}

function callersOf({ deployed }: Facts): Callers {
  const byFunction = new Map<string, Call[]>()
  const ofAny: Truth[] = []
  for (const endpoint of deployed.endpoints) {
    const { integrationUri: uri } = endpoint
    const counts = all(exists(endpoint), needsPermission(endpoint))
    if (counts.is === false) continue
    for (const leaf of leavesOf(uri)) {
      const { parts } = asText(leaf)
      const functions = parts.flatMap(part => (part.kind === 'resource' ? [part.id] : []))
      for (const id of functions) {
        const call: Call = {
          truth: all(counts, uri.kind === 'either' ? undecided(uri.cause) : known(true)),
          isUnqualified: isQualified(asText(leaf), id).is === false,
        }
        const others = byFunction.get(id)
        if (others) others.push(call)
        else byFunction.set(id, [call])
      }
      const causes = causesOf(asText(leaf)).filter(({ name }) => !isPlace(name))
      if (functions.length === 0 && causes.length > 0) ofAny.push(all(counts, undecided(...causes)))
    }
  }
  return { byFunction, ofAny: some(...ofAny) }
}

/** Region, account and partition are parts of an ARN, and do not name a function. */
const isPlace = (name: string): boolean => name.startsWith('AWS::')

interface Permissions {
  /** Those whose function name contains a resource, by the key of that resource. */
  readonly byResource: ReadonlyMap<string, readonly Permission[]>
  /** Those that could be for any function: their name is a text, or a part of it is unknown. */
  readonly forAny: readonly Permission[]
}

/** Finds the permissions of a function without a look at all the others: large templates have one for each function. */
function permissionsByResource({ deployed }: Facts): Permissions {
  const byResource = new Map<string, Permission[]>()
  const forAny: Permission[] = []
  for (const permission of deployed.permissions) {
    const { parts, assumed } = asText(permission.functionName)
    for (const part of parts)
      if (part.kind === 'resource') {
        const others = byResource.get(part.id)
        if (others) others.push(permission)
        else byResource.set(part.id, [permission])
      }
    if (
      parts.every(({ kind }) => kind === 'literal') ||
      assumed.length > 0 ||
      parts.some(({ kind }) => kind === 'unknown')
    )
      forAny.push(permission)
  }
  return { byResource, forAny }
}

/**
 * Does a version or an alias follow the function? A permission for one of these is none to call the function without it.
 * https://docs.aws.amazon.com/lambda/latest/dg/using-aliases.html
 */
function isQualified({ parts }: Text, key: string): Truth {
  const at = parts.findIndex(part => part.kind === 'resource' && part.id === key)
  const [own, next] = parts.slice(at, at + 2)
  if (own?.kind === 'resource' && /^(?:Alias|Version)$/.test(own.attribute)) return yes
  if (next?.kind === 'unknown') return undecided(next.cause)
  return known(next?.kind === 'literal' && next.text.startsWith(':'))
}

/** Versions and aliases are resources of their own, so only the function itself counts. */
const names = (uri: Text, lambda: LambdaFunction): boolean =>
  uri.parts.some(part => part.kind === 'resource' && part.id === lambda.key)

function permissionOf(
  lambda: LambdaFunction,
  { byResource, forAny }: Permissions,
  calls: readonly Call[],
): Truth {
  const isCalledAlone = calls.length > 0 && calls.every(({ isUnqualified }) => isUnqualified)
  const candidates = new Set([...(byResource.get(lambda.key) ?? []), ...forAny])
  return some(
    ...[...candidates].map(permission => {
      const name = asText(permission.functionName)
      const isFor = names(name, lambda)
        ? not(isCalledAlone ? isQualified(name, lambda.key) : no)
        : some(
            sameText(name, { ...name, parts: [{ kind: 'resource', id: lambda.key, attribute: 'Ref' }] }),
            isNamed(name, lambda),
          )
      return all(
        exists(permission),
        isFor,
        wholeTextIs(permission.principal, text => /^apigateway\.amazonaws\.com/.test(text)),
      )
    }),
  )
}

/** Does a permission name the function by the name that the template gives it, alone or at the end of an ARN? */
function isNamed(name: Text, lambda: LambdaFunction): Truth {
  if (lambda.name.kind === 'absent') return known(false)
  const own = asText(lambda.name)
  const [first, ...rest] = name.parts
  const arn = first?.kind === 'literal' ? /^arn:.*:function:/s.exec(first.text)?.[0] : undefined
  const bare =
    arn !== undefined && first?.kind === 'literal'
      ? joinParts([{ kind: 'literal', text: first.text.slice(arn.length) }, ...rest], name.at)
      : name.parts
  return some(sameText(name, own), sameText({ ...name, parts: bare }, own))
}

/** Formats with sugar of their own write the permissions too, and a role has its own. */
const needsPermission = ({ api, credentials }: Endpoint): Truth =>
  all(
    ofLink(api, ({ permitsItself }) => known(!permitsItself)),
    credentials ? isAbsent(credentials) : known(true),
  )
