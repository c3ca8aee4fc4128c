import { beforeAll, describe, expect, it } from 'vitest'
import { diagnose } from '../../lib/doctor/diagnose'
import { cases } from './cases'
import { compiledBy } from './conform'
import { apiFaults } from './faults/api'
import { corsFaults } from './faults/cors'
import { identityFaults } from './faults/identity'
import { copiesOf, type Fault, type MutableTemplate } from './faults/inject-fault'
import { signInFaults } from './faults/sign-in'
import { toolchains } from './formats'

const faults = [...identityFaults, ...signInFaults, ...apiFaults, ...corsFaults]

/** The finding of each fault that makes API Gateway or Cognito reject something, or a template contradict itself. */
const FOUND: Readonly<Record<string, string>> = {
  'no domain': 'DOMAIN_MISSING',
  'managed login that shows no page': 'LOGIN_PAGE_NOT_BRANDED',
  'resource server of another identifier': 'SCOPE_UNDECLARED',
  'resource server of another pool': 'SCOPE_UNDECLARED',
  'resource server missing': 'SCOPE_UNDECLARED',
  'scope of another name': 'SCOPE_UNDECLARED',
  'scope missing': 'SCOPE_UNDECLARED',
  'scope that lost its quotes': 'SCOPE_UNDECLARED',
  'client of another pool': 'ENDPOINT_UNREACHABLE',
  'client missing': 'ENDPOINT_UNREACHABLE',
  'secret where there should be none, or none': 'CLIENT_CREDENTIALS_WITHOUT_SECRET',
  'OAuth not switched on': 'OAUTH_NOT_ENABLED',
  'client scope missing': 'ENDPOINT_UNREACHABLE',
  'client scope too many': 'CLIENT_CREDENTIALS_WITH_OIDC_SCOPE',
  'client scope without its identifier': 'SCOPE_NOT_FULL',
  'client that does not wait for its resource server': 'CLIENT_BEFORE_RESOURCE_SERVER',
  'grant too many': 'IMPLICIT_GRANT',
  'token validity without its units': 'TOKEN_VALIDITY_OUT_OF_RANGE',
  'endpoint without authorization': 'AUTHORIZER_UNUSED',
  'endpoint without authorization that still names the authorizer': 'AUTHORIZER_NOT_APPLIED',
  'endpoint with IAM authorization': 'SCOPES_IGNORED',
  'authorization type in small letters': 'SCOPES_IGNORED',
  'endpoint without its authorizer': 'AUTHORIZER_MISSING',
  'endpoint without its scopes': 'METHOD_WITHOUT_SCOPES',
  'endpoint with no scopes left': 'ROUTE_WITHOUT_SCOPES',
  'endpoint scope without its identifier': 'SCOPE_NOT_FULL',
  'endpoint missing': 'AUTHORIZER_UNUSED',
  'Lambda authorizer instead of a Cognito one': 'AUTHORIZER_TYPE_MISMATCH',
  'signed endpoint that asks for a token': 'METHOD_WITHOUT_SCOPES',
  'signed endpoint with a scope': 'SCOPES_IGNORED',
  'authorizer that takes a second pool': 'AUTHORIZER_TRUSTS_ANOTHER_POOL',
  'issuer of the new type': 'AUTHORIZER_TRUSTS_ANOTHER_POOL',
  'token from another header': 'TOKEN_HEADER_UNUSUAL',
  'expression that refuses access tokens': 'VALIDATION_EXPRESSION_WITH_SCOPES',
  'second authorizer': 'AUTHORIZER_UNUSED',
  'audience without a client': 'CLIENT_NOT_IN_AUDIENCE',
  'audience by the name of a client': 'CLIENT_NOT_IN_AUDIENCE',
  'SDK flows left to the default': 'ROTATION_WITH_REFRESH_FLOW',
  'SDK flows that refresh, without rotation': 'ROTATION_WITH_REFRESH_FLOW',
  'rotation of a client that asked for none': 'ROTATION_WITH_REFRESH_FLOW',
  'permission missing': 'PERMISSION_MISSING',
  'permission for another service': 'PERMISSION_MISSING',
  'deployment that does not wait for a method': 'DEPLOYMENT_TOO_EARLY',
  'deployment that does not wait for the gateway responses': 'DEPLOYMENT_TOO_EARLY',
  'gateway response missing': 'UNAUTHORIZED_WITHOUT_CORS',
  'preflight that wants a token': 'PREFLIGHT_NEEDS_TOKEN',
  'preflight that ANY hands to the authorizer': 'PREFLIGHT_NEEDS_TOKEN',
  'CORS without the Authorization header': 'CORS_HEADER_MISSING',
}

/** Undecided because the other pool is not in the template: whether it is the same pool cannot be known. */
const UNDECIDED: Readonly<Record<string, string>> = {
  'authorizer of another pool': 'AUTHORIZER_TRUSTS_ANOTHER_POOL',
}

/** Cases of both API types, with one and with several origins, servers and clients, and with an existing pool. */
const BASELINES = [
  'example',
  'rest-cors-several-origins',
  'http-cors',
  'existing-pool',
  'several-servers',
  'machine-to-machine',
  'iam-rest-cors',
  'iam-http-audiences',
  'sign-in-fields',
  'sign-in-fields-http',
]

describe('faults in a CloudFormation template, as the doctor sees them', () => {
  const baselines: { readonly copy: () => MutableTemplate; readonly before: readonly string[] }[] = []
  beforeAll(async () => {
    const cloudformation = toolchains.find(({ format }) => format === 'cloudformation')!
    for (const { name, spec } of cases) {
      if (!BASELINES.includes(name)) continue
      const template = await compiledBy(cloudformation, spec)
      baselines.push({ copy: copiesOf(template), before: codesOf(template) })
    }
  })

  /** The new findings over all cases that the fault fits; undecided ones begin with a question mark. */
  function newCodes({ inject }: Fault): ReadonlySet<string> {
    const found = new Set<string>()
    for (const { copy, before } of baselines) {
      const changed = copy()
      if (!inject(changed)) continue
      const left = [...before]
      for (const code of codesOf(changed)) {
        const at = left.indexOf(code)
        if (at < 0) found.add(code)
        else left.splice(at, 1)
      }
    }
    return found
  }
  const fault = (name: string) => faults.find(each => each.name === name)!

  it.each(Object.entries(FOUND))('%s is %s', (name, code) => {
    expect(newCodes(fault(name))).toContain(code)
  })

  it.each(Object.entries(UNDECIDED))('%s leaves %s undecided', (name, code) => {
    const codes = newCodes(fault(name))
    expect(codes).toContain(`?${code}`)
    expect(codes).not.toContain(code)
  })

  it('every other one leaves a template that agrees with itself, which brings no alarm', () => {
    const others = faults.filter(({ name }) => !(name in FOUND) && !(name in UNDECIDED))
    expect(others.length).toBeGreaterThan(50)
    const alarms = others.flatMap(each => {
      const codes = [...newCodes(each)].filter(code => !code.startsWith('?'))
      return codes.map(code => `${each.name}: ${code}`)
    })
    expect(alarms).toEqual([])
  })
})

function codesOf(template: object): readonly string[] {
  const { findings, undecided } = diagnose([
    { path: 'template.json', text: JSON.stringify(template, null, 2) },
  ])
  return [...findings.map(({ code }) => code), ...undecided.map(({ code }) => `?${code}`)]
}
