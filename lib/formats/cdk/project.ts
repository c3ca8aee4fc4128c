import type { Model } from '../../model/model'
import { handlerFiles } from '../../project/handler'
import { jsonFile } from '../../project/project-file'
import { paragraphs, shellBlock } from '../../project/readme/markdown'
import type { Guide } from '../../project/readme/readme'
import { code, quote } from '../../text/code'
import { print } from '../../text/line'
import { noCache } from '../../text/print-cache'
import type { Project } from '../format'
import { className } from './head'
import { stackFile, stackText } from './text'

/** The stack, an app that has one of it, and the handlers where the stack looks for them. */
export const project = (model: Model): Project => ({
  files: [
    { path: stackFile(model), text: stackText(model, noCache).text },
    { path: appFile(model), text: print(app(model)).text },
    ...handlerFiles(model),
    jsonFile('cdk.json', cdkJson(model)),
    jsonFile('package.json', packageJson(model)),
    jsonFile('tsconfig.json', tsconfig),
    { path: '.gitignore', text: 'node_modules/\ncdk.out/\n' },
  ],
  guide: guide(model),
})

const appFile = ({ service }: Model): string => `bin/${service}.ts`

const app = (model: Model) => code`
  import * as cdk from 'aws-cdk-lib';
  import { ${className(model)} } from '../lib/${model.service}-stack';

  const app = new cdk.App();

  // Context may be given on the command line: -c stage=prod
  new ${className(model)}(app, ${quote(className(model))}, {
    env: { region: ${quote(model.region)} },
    stage: app.node.tryGetContext('stage'),
    ${model.userPool.source === 'existing' ? [{ text: "userPoolId: app.node.tryGetContext('userPoolId')," }] : undefined}
  });
`

const cdkJson = (model: Model) => ({
  app: `npx tsx ${appFile(model)}`,
  // The command line would add an AWS::CDK::Metadata, which no other format has: one more of 500 resources.
  versionReporting: false,
})

const packageJson = ({ service }: Model) => ({
  name: service,
  version: '0.1.0',
  private: true,
  scripts: {
    build: 'tsc',
    synth: 'cdk synth',
    diff: 'cdk diff',
    deploy: 'cdk deploy',
    destroy: 'cdk destroy',
  },
  dependencies: { 'aws-cdk-lib': '^2.276.0', constructs: '^10.8.1' },
  devDependencies: {
    '@types/node': '^24.0.0',
    // Not npm's `latest`: 3.0.0 was published by accident and cannot read what this library writes.
    'aws-cdk': '^2.1148.1',
    tsx: '^4.23.15',
    typescript: '^7.0.2',
  },
  // npm 11 asks about it; tsx works without.
  allowScripts: { esbuild: false },
})

const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    strict: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    noFallthroughCasesInSwitch: true,
    skipLibCheck: true,
    types: ['node'],
    noEmit: true,
  },
  include: ['bin/**/*.ts', 'lib/**/*.ts'],
}

function guide(model: Model): Guide {
  const { service, stage, region, userPool: pool, functions } = model
  const folders = [...new Set(functions.map(({ file }) => `${file}.mjs`))]
  return {
    tool: 'CDK',
    files: [
      [`lib/${service}-stack.ts`, 'the whole stack'],
      [appFile(model), 'the app, with one stack in it'],
      ...folders.slice(0, FEW).map(file => [file, handlerPurpose(folders.length)] as const),
      ['cdk.json', 'how the CDK command line runs the app'],
      ['package.json, tsconfig.json', 'the library, its command line, and the compiler'],
      ['wizard.json', 'the spec this was made from'],
    ],
    deploy: {
      needs:
        'With Node 20.19 or newer, and AWS credentials in the environment. An account and Region must have been' +
        ' bootstrapped once before their first CDK stack:',
      commands: ['npm install', `npx cdk bootstrap aws://ACCOUNT/${region}`, 'npm run deploy'],
      more: paragraphs(
        `That makes the stack \`${service}-${stage}\` in ${region}. It makes a role for its functions: CDK shows it, asks,` +
          ' and grants CloudFormation `CAPABILITY_IAM`. `npm run build` checks the types and `npm run synth` prints the' +
          ' template; neither needs credentials.',
        'Another stage is another stack; its name goes in front of every name in the account:',
        shellBlock('npm run deploy -- -c stage=prod'),
        pool.source === 'existing' && 'For another user pool in the same Region give its id:',
        pool.source === 'existing' && shellBlock(`npm run deploy -- -c userPoolId=${pool.userPoolId}`),
        'The functions deploy the handlers as they are, with the files beside them but no packages. To use packages, take' +
          ' `NodejsFunction` of `aws-cdk-lib/aws-lambda-nodejs` in place of `lambda.Function`.',
      ),
    },
    remove: shellBlock('npm run destroy'),
  }
}

const FEW = 6

const handlerPurpose = (files: number): string =>
  `answers with the claims of the token; put your own code there${files > FEW ? ` (one of ${files} files like it)` : ''}`
