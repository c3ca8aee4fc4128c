import { cognitoGuide } from '../aws/docs'
import { MAX_HANDLER_LENGTH } from '../aws/limits'
import { TRIGGER_VERSIONS } from '../aws/user-pool'
import { HANDLER } from './endpoint'
import { choice, group, text, withDefault } from './field-kinds'

const docs = cognitoGuide('user-pool-lambda-pre-token-generation')

/** The function that Cognito calls before it issues a token. */
export const preTokenGeneration = group(
  {
    handler: text({
      label: 'Trigger handler',
      help: 'File and export of its own function.',
      example: 'src/claims.handler',
      docs,
      max: MAX_HANDLER_LENGTH,
      pattern: HANDLER,
      use: 'the file without its ending, a dot and the export, such as src/claims.handler',
    }),
    version: withDefault(
      choice(TRIGGER_VERSIONS, {
        label: 'Event version',
        help: 'V2_0 changes the tokens of users; V3_0 also those of client_credentials.',
        example: 'V2_0',
        docs,
      }),
      'V2_0',
    ),
  },
  {
    label: 'Pre token generation trigger',
    help: 'A function that changes claims and scopes of tokens.',
    docs,
  },
)
