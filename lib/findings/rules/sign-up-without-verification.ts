import { cognitoGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import type { Rule } from '../finding'

export const signUpWithoutVerification: Rule = {
  code: 'SIGN_UP_WITHOUT_VERIFICATION',
  check: ({ userPool: pool }) =>
    pool.source === 'new' && pool.selfSignUp && !pool.usernameAttributes.includes('email')
      ? [
          {
            code: 'SIGN_UP_WITHOUT_VERIFICATION',
            severity: 'warning',
            paths: [child(pool.field, 'selfSignUp'), child(pool.field, 'usernameAttributes')],
            message: 'Users can register themselves, but nothing about them is verified.',
            why: 'Cognito sends no code, so an administrator must confirm each user, and a forgotten password cannot be reset.',
            fix: 'Let users sign in with their email address: Cognito verifies it by a code. Or turn self sign-up off.',
            source: cognitoGuide('signing-up-users-in-your-app'),
          },
        ]
      : [],
}
