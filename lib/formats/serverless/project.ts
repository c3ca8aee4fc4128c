import type { Model } from '../../model/model'
import { handlerFiles, handlerPurpose } from '../../project/handler'
import { jsonFile, type ProjectFile } from '../../project/project-file'
import { paragraphs, shellBlock } from '../../project/readme/markdown'
import type { Guide } from '../../project/readme/readme'
import { triggerFile } from '../../project/readme/trigger'
import { printText } from '../../text/print-cache'
import type { Project } from '../format'
import { FILE, serviceBlocks } from './text'

/** serverless.yml, handlers and the framework itself as a development dependency. */
export const project = (model: Model): Project => ({
  files: [
    { path: FILE, text: printText(serviceBlocks(model)) },
    packageJson(model),
    ...handlerFiles(model),
    { path: '.gitignore', text: 'node_modules/\n.serverless/\n' },
  ],
  guide: guide(model),
})

/** osls is the maintained open-source fork of Serverless 3. It needs no account and supports nodejs24.x. */
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
  const { service, stage, region, userPool: pool } = model
  return {
    tool: 'Serverless',
    files: [
      ['serverless.yml', 'the service'],
      ...handlers(model),
      ...triggerFile(model),
      ['package.json', 'the framework, osls, and its commands'],
      ['wizard.json', 'the spec; open it in the wizard to make changes'],
    ],
    deploy: {
      needs: 'With Node.js 20.19 or later, and AWS credentials in the environment:',
      commands: ['npm install', 'npm run deploy'],
      more: paragraphs(
        `This creates the stack \`${service}-${stage}\` in ${region}. It has a named role for its functions, so the framework` +
          ' passes `CAPABILITY_IAM` and `CAPABILITY_NAMED_IAM`. `npm run package` needs no credentials and writes the' +
          ' template to `.serverless/`.',
        'Every stage is a stack of its own, with the stage as prefix of all names in the account:',
        shellBlock('npm run deploy -- --stage prod'),
        pool.source === 'existing' &&
          'To use another user pool in the same Region, set `USER_POOL_ID` to its ID:',
        pool.source === 'existing' && shellBlock(`USER_POOL_ID=${pool.userPoolId} npm run deploy`),
        'The framework is [osls](https://github.com/oss-serverless/osls), the maintained open-source fork of Serverless' +
          ' Framework 3. Serverless 3 packages this `serverless.yml` too, with a warning that it does not support' +
          ' nodejs24.x. Serverless 4 requires an account and is not tested here.',
      ),
    },
    remove: shellBlock('npm run remove'),
  }
}

/** Each file by its name while they are few. */
function handlers(model: Model): Guide['files'] {
  const files = [...new Set(model.functions.map(({ file }) => `${file}.mjs`))]
  const purpose = handlerPurpose(model)
  const more = `${purpose} (and in ${files.length - 1} files like it)`
  return files.length <= 6 ? files.map(file => [file, purpose]) : files.slice(0, 1).map(file => [file, more])
}
