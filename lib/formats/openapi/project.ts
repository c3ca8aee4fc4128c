import type { Model } from '../../model/model'
import { verifiesTokens } from '../../model/protection'
import { paragraphs, shellBlock } from '../../project/readme/markdown'
import { printText } from '../../text/print-cache'
import type { Project } from '../format'
import { documentBlocks, FILE } from './text'

/** The document, and what it is for. */
export const project = (model: Model): Project => ({
  files: [{ path: FILE, text: printText(documentBlocks(model)) }],
  guide: {
    tool: 'OpenAPI',
    files: [
      [FILE, 'the API as an OpenAPI 3.0.1 document, with the extensions of API Gateway'],
      ['wizard.json', 'the spec that this project was generated from'],
    ],
    deploy: { commands: [BUILD_DOCS] },
    usage: usage(model),
  },
})

const BUILD_DOCS = `npx @redocly/cli build-docs ${FILE}`

function usage(model: Model): string {
  const { api, endpoints, functions } = model
  // Every document has this one: an API has an endpoint, and an endpoint has a function.
  const placeholder = `\${${functions[0]?.id}.Arn}`
  return paragraphs(
    '## What it is for',
    'Documentation, client generators and mock servers: the document is valid for any OpenAPI tool as it is.' +
      (verifiesTokens(model) ? ' Every operation says which token and which scopes it requires.' : ''),
    shellBlock(BUILD_DOCS),
    'It deploys nothing by itself. The user pool, its clients and the functions exist only after a deployment, so the' +
      ` document names them by placeholders such as \`${placeholder}\`.` +
      ' These are the logical IDs of the CloudFormation format' +
      ' of this spec. To deploy the API, use one of the other formats; they contain everything.',
    '## As the body of an API',
    'In a CloudFormation template the document can be the `Body` of the API, in SAM its `DefinitionBody`. CloudFormation' +
      ' replaces a placeholder only in a string with `!Sub`:',
    shellBlock(`sed 's/"\\([^"]*\${[^"]*\\)"/!Sub "\\1"/' ${FILE} > body.yaml`),
    api.type === 'rest'
      ? 'The template adds the deployment and the stage, the functions with a permission each, and everything of Cognito.'
      : 'The name of an HTTP API comes from `info.title`, because `Body` and `Name` exclude each other. The template adds the' +
          ' stage, the functions with a permission each, and everything of Cognito.',
    `In Terraform it can be the \`body\` of \`${api.type === 'rest' ? 'aws_api_gateway_rest_api' : 'aws_apigatewayv2_api'}\`. \`templatefile\` cannot` +
      ' read names such as `AWS::Region`, so replace every placeholder:' +
      ` \`replace(file("${FILE}"), "$${placeholder}", aws_lambda_function.example.arn)\`, and so on.`,
    verifiesTokens(model)
      ? 'Some importers ignore `security` and leave every operation public. After an import, call one protected operation' +
          ' without a token: the answer must be 401.'
      : undefined,
    api.type === 'rest' && endpoints.some(({ auth }) => auth === 'access_token')
      ? 'OpenAPI 3.0 defines no scopes for an API key scheme, and API Gateway has no other scheme for user pools. Validators' +
          ' accept them; code generators ignore them.'
      : undefined,
  )
}
