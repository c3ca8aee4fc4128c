import { apiGatewayGuide } from '../../aws/docs'
import { exists, isLinkTo, sameLink } from '../../deployed/access'
import { sameText } from '../../deployed/compare'
import type { Api, Deployed, Endpoint } from '../../deployed/deployed'
import { isAbsent, isOneOf, isWord, wholeTextIs } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { placeOf, type Term } from '../../deployed/term'
import { all, known, knownUnless, no, not, some, type Truth } from '../../deployed/truth'
import { insertEntry, replaceScalar } from '../../source/insert'
import { removeEntry } from '../../source/remove'
import { about, aboutEndpoint } from '../about'
import { hasCors, hasEndpointForBrowsers, isGuarded, isOptions } from '../endpoints'
import type { Proposal } from '../finding'
import type { Facts, Rule, Verdicts } from '../rule'

export const preflightNeedsToken: Rule = {
  code: 'PREFLIGHT_NEEDS_TOKEN',
  severity: 'error',
  source: apiGatewayGuide('how-to-cors'),
  check: facts => [
    ...guardedOptions(facts),
    ...catchAll(facts),
    ...facts.deployed.apis.flatMap(api => samFlag(api, facts)),
  ],
}

const WHY =
  'Browsers send no Authorization header with a preflight, so it gets 401 or 403 and the page reports a CORS error.'

/** What a preflight lacks, by the authorization type or the name that SAM has for it. */
const neededBy = (type: Term): string => (isOneOf(type, 'AWS_IAM').is ? 'a signature' : 'a token')

function guardedOptions({ deployed }: Facts): Verdicts {
  return deployed.endpoints.map(endpoint => {
    const { authorizationType } = endpoint
    return aboutEndpoint(endpoint, all(isOptions(endpoint), isGuarded(endpoint)), () => ({
      at: authorizationType.kind === 'text' ? placeOf(authorizationType) : endpoint.at,
      message: `${endpointName(endpoint)} needs ${neededBy(authorizationType)}.`,
      why: WHY,
      fix: 'Give OPTIONS the authorization type NONE.',
      proposals: () => openOptions(endpoint),
    }))
  })
}

function openOptions({
  authorizationType,
  typeSlot,
}: Facts['deployed']['endpoints'][number]): readonly Proposal[] {
  if (authorizationType.kind !== 'text' || !authorizationType.node || !typeSlot) return []
  const others = ['AuthorizerId', 'AuthorizationScopes'].flatMap(key => removeEntry(typeSlot.map, key) ?? [])
  return [
    {
      label: 'Set AuthorizationType to NONE',
      edits: [replaceScalar(authorizationType.node, 'NONE'), ...others],
    },
  ]
}

/** ANY and `$default` also match OPTIONS, unless the path has its own OPTIONS method. */
function catchAll({ deployed }: Facts): Verdicts {
  const preflights = deployed.endpoints.filter(endpoint => isOptions(endpoint).is !== false)
  return deployed.endpoints.flatMap(endpoint => {
    const any = isWord(endpoint.method, ['ANY'])
    if (any.is === false) return []
    return deployed.apis.map(api => {
      const isOfApi = isLinkTo(endpoint.api, api)
      if (isOfApi.is === false) return undefined
      const ownPreflights = preflights
        .filter(other => other !== endpoint)
        .map(other =>
          all(
            exists(other),
            sameLink(endpoint.api, other.api),
            answersFor(other, endpoint),
            isOptions(other),
          ),
        )
      const open = [...api.open, ...deployed.open]
      const truth = all(
        any,
        isOfApi,
        isGuarded(endpoint),
        receivesPreflights(api, endpoint, deployed),
        not(some(...ownPreflights)),
        knownUnless(open, true),
      )
      return aboutEndpoint(endpoint, truth, () => ({
        message: `${endpointName(endpoint)} also receives the preflight request, and requires ${neededBy(endpoint.authorizationType)} for it.`,
        why: WHY,
        fix: fixOf(api, endpoint),
      }))
    })
  })
}

/** Do browsers send preflights that nothing else answers? */
const receivesPreflights = (api: Api, { cors }: Endpoint, deployed: Deployed): Truth =>
  api.type === 'http'
    ? // An OPTIONS route of an HTTP API may be anything: its CORS settings answer preflights by themselves.
      hasCors(api.cors)
    : all(
        hasEndpointForBrowsers(api, deployed),
        // The format adds a preflight of its own to a REST API whose CORS it sets.
        not(hasCors(api.cors)),
        cors ? not(hasCors(cors)) : known(true),
      )

function fixOf({ type }: Api, { path }: Endpoint): string {
  if (type === 'rest') return 'Add an OPTIONS method with the authorization type NONE for the same path.'
  return isWord(path, ['$default']).is === true
    ? 'Add the route OPTIONS /{proxy+} without an authorizer.'
    : 'Add an OPTIONS route for the same path without an authorizer.'
}

/** Does a preflight have the path of an endpoint? `OPTIONS /{proxy+}` goes before `$default`, as AWS recommends. */
const answersFor = (preflight: Endpoint, { path }: Endpoint): Truth =>
  some(
    sameText(preflight.path, path),
    all(
      isWord(path, ['$default']),
      wholeTextIs(preflight.path, text => /^\/\{[^}/]+\+\}$/.test(text)),
    ),
  )

const FLAG = 'AddDefaultAuthorizerToCorsPreflight'

/**
 * SAM gives the preflights that it adds the default authorizer, unless a flag says no. It adds them to the paths of events and
 * definitions, not to those of methods that are resources of their own.
 */
function samFlag(api: Api, { deployed }: Facts): Verdicts {
  const guard = api.preflightGuarded
  if (!guard) return []
  const own = deployed.endpoints.filter(({ parts }) => parts.length === 0)
  const truth = all(
    hasCors(api.cors),
    some(
      ...own.map(endpoint => all(isLinkTo(endpoint.api, api), exists(endpoint))),
      knownUnless([...api.open, ...deployed.open], false),
    ),
    not(isAbsent(guard.defaultAuthorizer)),
    not(guard.ignoresDefault ?? no),
    not(wholeTextIs(guard.flag, text => /^(?:false|no|off)$/i.test(text))),
  )
  return [
    about(api, truth, () => ({
      at: guard.flag.kind === 'text' ? guard.flag.at : guard.at,
      message: `The preflights that SAM adds to ${api.id} need ${neededBy(guard.defaultAuthorizer)}.`,
      why: WHY,
      fix: `Set ${FLAG} to false.`,
      proposals: () => {
        const label = `Set ${FLAG} to false`
        if (guard.flag.kind === 'text' && guard.flag.node)
          return [{ label, edits: [replaceScalar(guard.flag.node, false)] }]
        return guard.node && guard.flag.kind === 'absent'
          ? [{ label, edits: [insertEntry(guard.node, FLAG, false, ['DefaultAuthorizer'])] }]
          : []
      },
    })),
  ]
}
