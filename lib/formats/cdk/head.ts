import { child } from '../../document/field-path'
import { pascalCase } from '../../model/ids'
import type { Model } from '../../model/model'
import { keyOf } from '../../template/key'
import { code, quote } from '../../text/code'
import type { Line } from '../../text/line'
import { at, type Chunk } from './chunk'

export const className = ({ service }: Model): string => `${pascalCase(service)}Stack`

/** Imports, properties and the first lines of the class. */
export const head = (model: Model): Chunk => ({
  key: keyOf('Head', model.service, model.stage, model.api.type, model.api.hasAuthorizer, poolId(model)),
  lines: () => code`
    import * as path from 'path';
    import * as cdk from 'aws-cdk-lib';
    ${imports(model)}
    import { Construct } from 'constructs';

    export interface ${className(model)}Props extends cdk.StackProps {
      /** Goes in front of every name, so that stages can share an account and Region. */
      ${at('stage', 'readonly stage?: string;')}
      ${userPoolProperty(model)}
    }

    ${at('service', `export class ${className(model)} extends cdk.Stack {`)}
      constructor(scope: Construct, id: string, props?: ${className(model)}Props) {
        ${at('stage', `const stage = props?.stage ?? ${quote(model.stage)};`)}
        ${at('service', `super(scope, id, { ...props, stackName: props?.stackName ?? \`${model.service}-\${stage}\` });`)}
  `,
})

export const foot: Chunk = {
  key: 'Foot',
  lines: () => [{ text: '  }' }, { text: '}' }],
}

const poolId = ({ userPool }: Model) => (userPool.source === 'existing' ? userPool.userPoolId : undefined)

function imports({ api }: Model): Line[] {
  const lines =
    api.type === 'rest'
      ? [`import * as apigateway from 'aws-cdk-lib/aws-apigateway';`]
      : [
          `import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';`,
          ...(api.hasAuthorizer
            ? [`import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';`]
            : []),
          `import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';`,
        ]
  return [
    ...lines.map(text => ({ text, field: child(api.field, 'type') })),
    { text: `import * as cognito from 'aws-cdk-lib/aws-cognito';` },
    { text: `import * as iam from 'aws-cdk-lib/aws-iam';` },
    { text: `import * as lambda from 'aws-cdk-lib/aws-lambda';` },
  ]
}

function userPoolProperty({ userPool }: Model): Line[] {
  const field = child(userPool.field, userPool.source === 'new' ? 'source' : 'userPoolId')
  const about =
    userPool.source === 'new'
      ? 'Not used: this stack makes its own user pool.'
      : 'The existing user pool, in the account and Region of this stack.'
  return [{ text: `/** ${about} */`, field }, ...at(field, 'readonly userPoolId?: string;')]
}
