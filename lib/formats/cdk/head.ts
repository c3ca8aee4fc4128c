import { pascalCase } from '../../model/ids'
import type { Api, Model } from '../../model/model'
import { code, quote } from '../../text/code'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { at } from './lines'

export const className = ({ service }: Pick<Model, 'service'>): string => `${pascalCase(service)}Stack`

type HeadInputs = Pick<Model, 'service' | 'stage'> & {
  readonly apiType: Api['type']
  readonly hasAuthorizer: boolean
  readonly hasIam: boolean
  readonly usesExistingPool: boolean
}

/** Imports, properties and the first lines of the class. */
export const head = ({ service, stage, api, userPool, endpoints }: Model): Block =>
  block(
    {
      service,
      stage,
      apiType: api.type,
      hasAuthorizer: api.hasAuthorizer,
      hasIam: endpoints.some(({ auth }) => auth === 'iam'),
      usesExistingPool: userPool.source === 'existing',
    },
    headLines,
  )

const headLines = (inputs: HeadInputs): Line[] => code`
  import * as path from 'path';
  import * as cdk from 'aws-cdk-lib';
  ${imports(inputs)}
  import { Construct } from 'constructs';

  export interface ${className(inputs)}Props extends cdk.StackProps {
    /** Prefix for all resource names, so that several stages can share an account and Region. */
    ${at('stage', 'readonly stage?: string;')}
    ${userPoolProperty(inputs)}
  }

  ${at('service', `export class ${className(inputs)} extends cdk.Stack {`)}
    constructor(scope: Construct, id: string, props?: ${className(inputs)}Props) {
      ${at('stage', `const stage = props?.stage ?? ${quote(inputs.stage)};`)}
      ${at('service', `super(scope, id, { ...props, stackName: props?.stackName ?? \`${inputs.service}-\${stage}\` });`)}
`

/** The last lines of the class. */
export const foot: Block = block({}, () => [{ text: '  }' }, { text: '}' }])

function imports({ apiType, hasAuthorizer, hasIam }: HeadInputs): Line[] {
  const authorizers = [
    ...(hasIam ? ['HttpIamAuthorizer'] : []),
    ...(hasAuthorizer ? ['HttpJwtAuthorizer'] : []),
  ]
  const lines =
    apiType === 'rest'
      ? [`import * as apigateway from 'aws-cdk-lib/aws-apigateway';`]
      : [
          `import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';`,
          ...(authorizers.length > 0
            ? [`import { ${authorizers.join(', ')} } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';`]
            : []),
          `import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';`,
        ]
  return [
    ...lines.map(text => ({ text, field: 'api.type' })),
    { text: `import * as cognito from 'aws-cdk-lib/aws-cognito';` },
    { text: `import * as iam from 'aws-cdk-lib/aws-iam';` },
    { text: `import * as lambda from 'aws-cdk-lib/aws-lambda';` },
  ]
}

function userPoolProperty({ usesExistingPool }: HeadInputs): Line[] {
  const field = usesExistingPool ? 'userPool.userPoolId' : 'userPool.source'
  const about = usesExistingPool
    ? 'The existing user pool, in the account and Region of this stack.'
    : 'Not used: this stack creates its own user pool.'
  return [{ text: `/** ${about} */`, field }, ...at(field, 'readonly userPoolId?: string;')]
}
