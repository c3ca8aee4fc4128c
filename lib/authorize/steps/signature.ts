import { type Call, failed, passed, type StepResult, takenForGranted } from './step'

const COPY_AGAIN = 'Send the token exactly as Cognito issued it: one changed character breaks the signature.'

/** Signed by the user pool? Cognito signs with RS256 and nothing else. */
export function signature({ token, circumstances }: Call): StepResult {
  const { alg, kid } = token.header ?? {}
  const name = typeof kid === 'string' ? `key ${kid}` : 'a key without kid'
  if (alg !== 'RS256') {
    const found = typeof alg === 'string' ? `"${alg}"` : 'missing'
    return failed(
      `alg is ${found}, wanted "RS256"`,
      'SIGNATURE_INVALID',
      `The header's alg is ${found}; a user pool signs with RS256, and API Gateway takes nothing else of it.`,
      { tokenRequest: COPY_AGAIN },
    )
  }
  switch (circumstances.signature) {
    case 'valid':
      return passed(`RS256, ${name}`)
    case 'not-checked':
      return takenForGranted(`RS256, ${name}, not checked here`)
    case 'invalid':
      return failed(
        `RS256, ${name}: does not match header and claims`,
        'SIGNATURE_INVALID',
        'The signature does not match: header, claims or signature were changed, or another key signed them.',
        { tokenRequest: COPY_AGAIN },
      )
    case 'no-key':
      return failed(
        `${name} is not in the key set`,
        'SIGNATURE_INVALID',
        'The key set has no key for this token: another user pool signed it, or the keys are not its current ones.',
        {
          tokenRequest: 'Get the token from the user pool whose keys these are.',
          deployment: 'Fetch the key set of the issuer again and check with that.',
        },
      )
  }
}
