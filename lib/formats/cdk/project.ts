import type { Model } from '../../model/model'
import { handlerFiles, handlerPurpose } from '../../project/handler'
import { jsonFile } from '../../project/project-file'
import { paragraphs, shellBlock } from '../../project/readme/markdown'
import type { Guide } from '../../project/readme/readme'
import { triggerFile } from '../../project/readme/trigger'
import { code, quote } from '../../text/code'
import { print } from '../../text/line'
import { printText } from '../../text/print-cache'
import type { Project } from '../format'
import { className } from './head'
import { stackBlocks, stackFile } from './text'

/** The stack, an app with one instance of it, and the handlers. */
export const project = (model: Model): Project => ({
  files: [
    { path: stackFile(model), text: printText(stackBlocks(model)) },
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

  // Context can be set on the command line: -c stage=prod
  new ${className(model)}(app, ${quote(className(model))}, {
    env: { region: ${quote(model.region)} },
    stage: app.node.tryGetContext('stage'),
    ${model.userPool.source === 'existing' ? [{ text: "userPoolId: app.node.tryGetContext('userPoolId')," }] : undefined}
  });
`

const cdkJson = (model: Model) => ({
  app: `npx tsx ${appFile(model)}`,
  // Otherwise the command line adds an AWS::CDK::Metadata resource, which no other format has.
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
    // Not npm's `latest`: 3.0.0 was published by accident and cannot read the output of this library.
    'aws-cdk': '^2.1148.1',
    tsx: '^4.23.15',
    typescript: '^7.0.2',
  },
  // npm 11 asks about its install script; tsx works without.
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
      [`lib/${service}-stack.ts`, 'the stack'],
      [appFile(model), 'the app'],
      ...folders.slice(0, MAX_LISTED).map(file => [file, purposeOfOne(model, folders.length)] as const),
      ...triggerFile(model),
      ['cdk.json', 'tells the CDK command line how to run the app'],
      ['package.json, tsconfig.json', 'the CDK library and command line, and the compiler'],
      ['wizard.json', 'the spec; open it in the wizard to make changes'],
    ],
    deploy: {
      needs:
        'With Node.js 20.19 or later, and AWS credentials in the environment. Bootstrap the account and Region once,' +
        ' before the first CDK stack:',
      commands: ['npm install', `npx cdk bootstrap aws://ACCOUNT/${region}`, 'npm run deploy'],
      more: paragraphs(
        `This creates the stack \`${service}-${stage}\` in ${region}. It contains a role for its functions, so CDK asks for` +
          ' confirmation. `npm run build` checks the types and `npm run synth` prints the template; neither needs' +
          ' credentials.',
        'Every stage is a stack of its own, with the stage as prefix of all names in the account:',
        shellBlock('npm run deploy -- -c stage=prod'),
        pool.source === 'existing' && 'To use another user pool in the same Region, pass its ID:',
        pool.source === 'existing' && shellBlock(`npm run deploy -- -c userPoolId=${pool.userPoolId}`),
        'The functions contain the handlers and the files next to them, but no packages. To use packages, replace' +
          ' `lambda.Function` by `NodejsFunction` of `aws-cdk-lib/aws-lambda-nodejs`.',
      ),
    },
    remove: shellBlock('npm run destroy'),
  }
}

/** Maximum number of handlers in the list of files. */
const MAX_LISTED = 6

const purposeOfOne = (model: Model, files: number): string =>
  `${handlerPurpose(model)}${files > MAX_LISTED ? ` (one of ${files} such files)` : ''}`
