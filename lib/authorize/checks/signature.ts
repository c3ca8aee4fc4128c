import { RS256_SIGNATURE_BYTES } from '../../aws/token-limits'
import { signatureBytes } from '../../token/decode'
import { assumed, type Call, type CheckResult, failed, passed } from './check'

const COPY_AGAIN = 'Send the token exactly as Cognito issued it: one changed character breaks the signature.'

/** Checks that the user pool signed the token. Cognito signs with RS256 only. */
export function signature({ token, context }: Call): CheckResult {
  const { alg, kid } = token.header ?? {}
  const key = typeof kid === 'string' ? `key ${kid}` : 'a key without kid'
  if (context.signature === 'absent') return assumed('the paste contains decoded claims without a signature')
  if (alg !== 'RS256') {
    const found = typeof alg === 'string' ? `"${alg}"` : 'missing'
    return failed(
      `alg is ${found}; expected "RS256"`,
      'SIGNATURE_INVALID',
      `The header's alg is ${found}. A user pool signs with RS256, and API Gateway accepts no other algorithm for it.`,
      { tokenRequest: COPY_AGAIN },
    )
  }
  switch (context.signature) {
    case 'valid':
      return passed(`RS256, ${key}`)
    case 'not-checked':
      return assumed(`RS256, ${key}; not checked here`)
    case 'invalid':
      return failedInvalid(signatureBytes(token), key)
    case 'no-key':
      return failed(
        `${key} is not in the key set`,
        'SIGNATURE_INVALID',
        'The key set has no key for this token: another user pool signed it, or the key set is out of date.',
        {
          tokenRequest: 'Get the token from the user pool that publishes this key set.',
          deployment: 'Fetch the key set of the issuer again and check with that.',
        },
      )
  }
}

function failedInvalid(bytes: number, key: string): CheckResult {
  if (bytes < RS256_SIGNATURE_BYTES)
    return failed(
      `${bytes} bytes; an RS256 signature of Cognito has ${RS256_SIGNATURE_BYTES}`,
      'SIGNATURE_INVALID',
      `The signature is incomplete: it has ${bytes} of ${RS256_SIGNATURE_BYTES} bytes, so the token was cut off when it was copied.`,
      { tokenRequest: 'Copy the whole token again and send that.' },
    )
  if (bytes > RS256_SIGNATURE_BYTES)
    return failed(
      `${bytes} bytes; an RS256 signature of Cognito has ${RS256_SIGNATURE_BYTES}`,
      'SIGNATURE_INVALID',
      `The signature has ${bytes} bytes; Cognito's have ${RS256_SIGNATURE_BYTES}. A user pool did not sign this token, or something was added to its end.`,
      { tokenRequest: COPY_AGAIN },
    )
  return failed(
    `RS256, ${key}: does not match header and claims`,
    'SIGNATURE_INVALID',
    'The signature does not match: the header, the claims or the signature were changed, or another key signed them.',
    { tokenRequest: COPY_AGAIN },
  )
}
