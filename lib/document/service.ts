import { apiGatewayGuide, COGNITO_ENDPOINTS, cloudFormationGuide } from '../aws/docs'
import { REGION } from '../aws/patterns'
import { isChinaRegion } from '../aws/regions'
import { issue } from './error-code'
import { text } from './field-kinds'
import { quote } from './quote'

export const service = text({
  label: 'Service name',
  help: 'Names the stack, followed by the stage: example-api-dev.',
  example: 'example-api',
  docs: cloudFormationGuide('stacks'),
  pattern: /^[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
  use: '2 to 63 lower-case letters, digits and hyphens that begin with a letter and do not end in a hyphen',
})

export const stage = text({
  label: 'Stage',
  help: 'Prefix of every name in the account. You can change it at deployment.',
  example: 'dev',
  docs: apiGatewayGuide('how-to-deploy-api'),
  pattern: /^[a-z0-9][a-z0-9-]{0,31}$/,
  use: '1 to 32 lower-case letters, digits and hyphens that do not begin with a hyphen',
})

export const region = text({
  label: 'Region',
  help: 'The AWS Region of the stack and its user pool.',
  example: 'eu-central-1',
  docs: COGNITO_ENDPOINTS,
  max: 64,
  pattern: REGION,
  use: 'the name of an AWS Region, such as us-east-1',
  validate: value =>
    isChinaRegion(value)
      ? issue(
          'REGION_WITHOUT_USER_POOLS',
          `${quote(value)} is a Region of China, where Cognito has no user pools; choose another Region.`,
        )
      : undefined,
})
