import { cognitoGuide } from '../aws/docs'
import { USERNAME_ATTRIBUTES } from '../aws/user-pool'
import { choice, flag, list, withDefault } from './field-kinds'
import { SIGN_IN_DEFAULTS } from './sign-in-defaults'

const attributes = cognitoGuide('user-pool-settings-attributes')

/** How users register and sign in: fields of a new user pool. */
export const signIn = {
  selfSignUp: withDefault(
    flag({
      label: 'Self sign-up',
      help: 'Users can register themselves.',
      docs: cognitoGuide('signing-up-users-in-your-app'),
    }),
    SIGN_IN_DEFAULTS.selfSignUp,
  ),
  usernameAttributes: withDefault(
    list(
      choice(USERNAME_ATTRIBUTES, {
        label: 'User name attribute',
        help: 'Users sign in with it instead of a user name.',
        example: 'email',
        docs: attributes,
      }),
      {
        label: 'Sign in with',
        help: 'What users sign in with instead of a user name. Email addresses are verified.',
        docs: attributes,
        max: USERNAME_ATTRIBUTES.length,
        many: 'user name attributes',
        unique: true,
      },
    ),
    SIGN_IN_DEFAULTS.usernameAttributes,
  ),
  mfa: withDefault(
    choice(['off', 'optional', 'required'], {
      label: 'Second factor',
      help: 'A code from an authenticator app in addition to the password.',
      example: 'optional',
      docs: cognitoGuide('user-pool-settings-mfa'),
    }),
    SIGN_IN_DEFAULTS.mfa,
  ),
} as const
