import type { Model } from '../../model/model'
import { handlerFiles } from '../../project/handler'
import { jsonFile, type ProjectFile } from '../../project/project-file'
import { paragraphs, shellBlock } from '../../project/readme/markdown'
import type { Guide } from '../../project/readme/readme'
import { noCache } from '../../text/print-cache'
import type { Project } from '../format'
import { FILE, serviceText } from './text'

/** serverless.yml, handlers and the framework itself as a development dependency. */
export const project = (model: Model): Project => ({
  files: [
    { path: FILE, text: serviceText(model, noCache).text },
    packageJson(model),
    ...handlerFiles(model),
    { path: '.gitignore', text: 'node_modules/\n.serverless/\n' },
  ],
  guide: guide(model),
})

/** osls is the maintained fork of Serverless 3: open source, no account, and it knows nodejs24.x. */
const packageJson = ({ service }: Model): ProjectFile =>
  jsonFile('package.json', {
    name: service,
    version: '0.1.0',
    private: true,
    scripts: { deploy: 'osls deploy', package: 'osls package', remove: 'osls remove' },
    devDependencies: { osls: '^4.3.1' },
    // npm 11 asks about these; packaging needs neither.
    allowScripts: { 'es5-ext': false, esbuild: false },
  })

function guide(model: Model): Guide {
  const { service, stage, region, userPool: pool, functions } = model
  return {
    tool: 'Serverless',
    files: [
      ['serverless.yml', 'the whole service'],
      ...handlers(functions),
      ['package.json', 'the framework, osls, and its commands'],
      ['wizard.json', 'the spec this was made from'],
    ],
    deploy: {
      needs: 'With Node 20.19 or newer, and AWS credentials in the environment:',
      commands: ['npm install', 'npm run deploy'],
      more: paragraphs(
        `That makes the stack \`${service}-${stage}\` in ${region}. It has a role for its functions, so the framework grants` +
          ' CloudFormation `CAPABILITY_IAM` (and `CAPABILITY_NAMED_IAM`: the role has a name). `npm run package` needs no' +
          ' credentials and shows what would be deployed, in `.serverless/`.',
        'Another stage is another stack; its name goes in front of every name in the account:',
        shellBlock('npm run deploy -- --stage prod'),
        pool.source === 'existing' &&
          'For another user pool in the same Region give its id as `USER_POOL_ID`:',
        pool.source === 'existing' && shellBlock(`USER_POOL_ID=${pool.userPoolId} npm run deploy`),
        'The framework here is [osls](https://github.com/oss-serverless/osls), the maintained open-source fork of Serverless' +
          ' Framework 3. `serverless.yml` uses nothing that only osls has: Serverless 3 packages it too, with a warning that it' +
          ' does not know nodejs24.x. Serverless 4 needs an account of its makers; it is not tested here.',
      ),
    },
    remove: shellBlock('npm run remove'),
  }
}

/** Each file by its name while they are few. */
function handlers(functions: Model['functions']): Guide['files'] {
  const files = [...new Set(functions.map(({ file }) => `${file}.mjs`))]
  const purpose = 'answers with the claims of the token; put your own code there'
  return files.length <= 6
    ? files.map(file => [file, purpose])
    : [[files[0]!, `${purpose} (and in ${files.length - 1} files like it)`]]
}
