import { cognitoGuide } from '../aws/docs'
import { MAX_RESOURCE_SERVERS, MAX_SCOPE_LENGTH, MAX_SCOPES_PER_RESOURCE_SERVER } from '../aws/limits'
import { IDENTIFIER_CHARACTERS, NAME_CHARACTERS, SCOPE_NAME_CHARACTERS } from '../aws/patterns'
import { group, list, text } from './field-kinds'

const docs = cognitoGuide('cognito-user-pools-define-resource-servers')

const scope = group(
  {
    name: text({
      label: 'Scope name',
      help: 'What the scope allows. Tokens contain it as identifier/name.',
      example: 'read',
      docs,
      max: MAX_SCOPE_LENGTH,
      ...SCOPE_NAME_CHARACTERS,
    }),
    description: text({
      label: 'Scope description',
      help: 'What the scope allows, in words.',
      example: 'Read access',
      docs,
      max: 256,
    }),
  },
  { label: 'Scope', help: 'One custom scope of the resource server.', docs },
)

const resourceServer = group(
  {
    identifier: text({
      label: 'Identifier',
      help: 'First part of every full scope name; renaming it replaces the resource server and all its scopes.',
      example: 'com.example.api',
      docs,
      max: MAX_SCOPE_LENGTH,
      ...IDENTIFIER_CHARACTERS,
    }),
    name: text({
      label: 'Resource server name',
      help: 'A name for people, shown in the console.',
      example: 'Example API',
      docs,
      max: 256,
      ...NAME_CHARACTERS,
    }),
    scopes: list(scope, {
      label: 'Scopes',
      help: 'The custom scopes that clients request and endpoints require. None, if the identifier is only an audience.',
      docs,
      max: MAX_SCOPES_PER_RESOURCE_SERVER,
      many: 'scopes',
    }),
  },
  { label: 'Resource server', help: 'An API in Cognito: an identifier and its scopes.', docs },
)

export const resourceServers = list(resourceServer, {
  label: 'Resource servers',
  help: 'The APIs whose custom scopes the user pool issues.',
  docs,
  max: MAX_RESOURCE_SERVERS,
  atLeastOne: 'resource server',
  many: 'resource servers',
})
