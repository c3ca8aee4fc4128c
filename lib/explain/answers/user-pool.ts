import { cognitoGuide } from '../../aws/docs'
import type { AnswerTable } from '../answer'

const API_REFERENCE =
  'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html'

/** Responses of Cognito that depend on the settings of the user pool: sign-up, user names, MFA, triggers, feature plan. */
export const userPoolAnswers = {
  COGNITO_SIGN_UP: {
    from: 'cognito',
    title: 'Users cannot register themselves in this user pool',
    causes: [
      'AllowAdminCreateUserOnly of the user pool is true, so only administrators create users.',
      'The client ID belongs to another user pool than you expect.',
    ],
    fix: 'Create the user with AdminCreateUser, or allow self sign-up (selfSignUp in the document).',
    source: 'https://github.com/awslabs/media-analysis-solution/issues/8',
    wording: 'cited',
  },
  COGNITO_USER_NOT_CONFIRMED: {
    from: 'cognito',
    title: 'The user has registered, but is not confirmed',
    causes: [
      'The user did not enter the code that Cognito sent.',
      'The user pool verifies neither email addresses nor phone numbers, so it sends no code: an administrator confirms users.',
    ],
    fix: 'Confirm the user with ConfirmSignUp and the code, or with AdminConfirmSignUp. Let users sign in with their email address, so that Cognito verifies it.',
    source: cognitoGuide('signing-up-users-in-your-app'),
    wording: 'general',
  },
  COGNITO_USERNAME: {
    from: 'cognito',
    title: 'The user pool takes an email address or phone number as the user name',
    causes: [
      'UsernameAttributes of the user pool contains email or phone_number, and the request has another user name.',
    ],
    fix: 'Send the email address or the phone number (with + and country code) as the user name. UsernameAttributes cannot change after the user pool was created.',
    source: cognitoGuide('user-pool-settings-attributes'),
    wording: 'cited',
  },
  COGNITO_MFA: {
    from: 'cognito',
    title: 'Sign-in continues with a second factor, or the code was wrong',
    causes: [
      'A challenge (MFA_SETUP, SOFTWARE_TOKEN_MFA) is not an error: the user pool or the user requires a code of an authenticator app before there are tokens.',
      'The code is wrong, was used before, or belongs to an authenticator that was set up for another user pool.',
      'The session of the challenge has expired or was used before.',
    ],
    fix: 'Answer MFA_SETUP with AssociateSoftwareToken and VerifySoftwareToken, and SOFTWARE_TOKEN_MFA with RespondToAuthChallenge, each with the Session of the response before it.',
    source: cognitoGuide('user-pool-settings-mfa-totp'),
    wording: 'cited',
  },
  COGNITO_TRIGGER: {
    from: 'cognito',
    title: 'A Lambda trigger of the user pool failed',
    causes: [
      'The function threw an error: the response contains its message. No token is issued then.',
      'Cognito may not invoke the function: the permission for cognito-idp.amazonaws.com is missing, or the function was deleted.',
      'The function did not respond within 5 seconds. Cognito tries three times, and the limit cannot be changed.',
      'The function did not return the event that it received, or returned it for another version of the event.',
    ],
    fix: "Look at the function's log. Return the whole event with what changes in event.response, and give cognito-idp.amazonaws.com the permission to invoke the function.",
    source: 'https://repost.aws/knowledge-center/cognito-lambda-trigger-errors',
    wording: 'cited',
  },
  COGNITO_FEATURE_PLAN: {
    from: 'cognito',
    title: 'The feature plan of the user pool does not include this',
    causes: [
      'The user pool has the LITE plan. Managed login, ALLOW_USER_AUTH, and triggers that change access tokens require ESSENTIALS or PLUS.',
    ],
    fix: 'Choose ESSENTIALS or PLUS for the user pool, or remove the setting.',
    source: API_REFERENCE,
    wording: 'cited',
  },
} as const satisfies AnswerTable<
  | 'COGNITO_SIGN_UP'
  | 'COGNITO_USER_NOT_CONFIRMED'
  | 'COGNITO_USERNAME'
  | 'COGNITO_MFA'
  | 'COGNITO_TRIGGER'
  | 'COGNITO_FEATURE_PLAN'
>
