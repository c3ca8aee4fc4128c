import { cognitoGuide } from '../aws/docs'
import { MAX_DOMAIN_PREFIX_LENGTH, MAX_NAME_LENGTH, MAX_USER_POOL_ID_LENGTH } from '../aws/limits'
import { DOMAIN_PREFIX, NAME_CHARACTERS, USER_POOL_ID } from '../aws/patterns'
import { isChinaRegion } from '../aws/regions'
import { issue } from './error-code'
import { choice, derived, flag, group, literal, optional, text, variants, withDefault } from './field-kinds'
import { preTokenGeneration } from './pre-token-generation'
import { quote } from './quote'
import { signIn } from './sign-in'

const managedLogin = {
  label: 'Managed login',
  help: 'The newer sign-in pages, with one branding style for each client that signs users in.',
  docs: cognitoGuide('cognito-user-pools-managed-login'),
}

const newPool = group({
  source: literal('new'),
  name: text({
    label: 'User pool name',
    help: 'The stage is added as a prefix.',
    example: 'example-users',
    docs: cognitoGuide('cognito-user-pools'),
    max: MAX_NAME_LENGTH,
    ...NAME_CHARACTERS,
  }),
  tier: withDefault(
    choice(['LITE', 'ESSENTIALS', 'PLUS'], {
      label: 'Feature plan',
      help: 'ESSENTIALS has managed login; PLUS adds threat protection and costs more.',
      example: 'ESSENTIALS',
      docs: cognitoGuide('cognito-sign-in-feature-plans'),
    }),
    'ESSENTIALS',
  ),
  domainPrefix: text({
    label: 'Domain prefix',
    help: 'First label of the sign-in and token address, with the stage as prefix. Unique in its Region.',
    example: 'example-api-demo',
    docs: cognitoGuide('cognito-user-pools-assign-domain-prefix'),
    max: MAX_DOMAIN_PREFIX_LENGTH,
    pattern: DOMAIN_PREFIX,
    use: 'lower-case letters, digits and hyphens, with no hyphen at either end',
  }),
  // A new pool has managed login unless its tier lacks it.
  managedLogin: derived(flag(managedLogin), ({ tier }) => tier !== 'LITE'),
  ...signIn,
  preTokenGeneration: optional(preTokenGeneration),
})

const existingPool = group({
  source: literal('existing'),
  userPoolId: text({
    label: 'User pool ID',
    help: 'The ID of the existing pool. The pool itself is not changed.',
    example: 'us-east-1_AbCdEf123',
    docs: cognitoGuide('cognito-user-pools'),
    max: MAX_USER_POOL_ID_LENGTH,
    pattern: USER_POOL_ID,
    use: 'the id from the console, such as us-east-1_AbCdEf123',
    validate: id =>
      isChinaRegion(id)
        ? issue(
            'REGION_WITHOUT_USER_POOLS',
            `${quote(id)} is in a Region of China, where Cognito has no user pools; use a pool of another Region.`,
          )
        : undefined,
  }),
  domain: optional(
    text({
      label: 'User pool domain',
      help: 'Host name of its sign-in pages and token endpoint, if it has one.',
      example: 'auth.example.com',
      docs: cognitoGuide('cognito-user-pools-assign-domain'),
      max: 253,
      pattern: /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/,
      use: 'a host name in lower case such as auth.example.com, with no https:// and no path',
    }),
  ),
  managedLogin: withDefault(
    flag({
      ...managedLogin,
      help: 'Adds one branding style for each client that signs users in. Nothing else of the pool is changed.',
    }),
    false,
  ),
})

export const userPool = variants([newPool, existingPool], {
  label: 'User pool',
  help: 'A new user pool in this stack, or an existing one.',
  docs: cognitoGuide('cognito-user-pools'),
})
