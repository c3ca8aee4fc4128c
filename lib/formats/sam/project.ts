import type { Model } from '../../model/model'
import { handlerFiles, handlerPurpose } from '../../project/handler'
import type { ProjectFile } from '../../project/project-file'
import { paragraphs, shellBlock } from '../../project/readme/markdown'
import type { Guide } from '../../project/readme/readme'
import { triggerFile } from '../../project/readme/trigger'
import { printText } from '../../text/print-cache'
import type { Project } from '../format'
import { CODE_FOLDER, FILE, templateBlocks } from './text'

/** The template, the settings of the SAM command line, and the handlers. */
export const project = (model: Model): Project => ({
  files: [
    { path: FILE, text: printText(templateBlocks(model)) },
    samConfig(model),
    ...handlerFiles(model, CODE_FOLDER),
    { path: '.gitignore', text: '.aws-sam/\nnode_modules/\n' },
  ],
  guide: guide(model),
})

const stackName = ({ service, stage }: Model): string => `${service}-${stage}`

function parameters({ stage, userPool: pool }: Model): string {
  const existing = pool.source === 'existing' ? ` UserPoolId=${pool.userPoolId}` : ''
  return `Stage=${stage}${existing}`
}

/** Nothing of the spec needs escapes here: service, stage, Region and pool id are letters, digits, - and _. */
const samConfig = (model: Model): ProjectFile => ({
  path: 'samconfig.toml',
  text: [
    'version = 0.1',
    '',
    '[default.global.parameters]',
    `stack_name = "${stackName(model)}"`,
    `region = "${model.region}"`,
    '',
    '[default.deploy.parameters]',
    'capabilities = "CAPABILITY_IAM"',
    'resolve_s3 = true',
    `parameter_overrides = "${parameters(model)}"`,
    'fail_on_empty_changeset = false',
    '',
  ].join('\n'),
})

function guide(model: Model): Guide {
  const { service, region, userPool: pool, functions } = model
  const handlers = [...new Set(functions.map(({ file }) => `${CODE_FOLDER}${file}.mjs`))]
  const [first, ...others] = handlers
  const purpose = handlerPurpose(model)
  const prod = pool.source === 'existing' ? `Stage=prod UserPoolId=${pool.userPoolId}` : 'Stage=prod'
  return {
    tool: 'SAM',
    files: [
      [FILE, 'the whole stack'],
      [
        first ?? CODE_FOLDER,
        others.length > 0
          ? `${purpose} (one of ${handlers.length} handler files in \`${CODE_FOLDER}\`)`
          : purpose,
      ],
      ['samconfig.toml', 'stack name, Region and parameters for the SAM command line'],
      ...triggerFile(model, CODE_FOLDER),
      ['wizard.json', 'the spec this was made from'],
    ],
    deploy: {
      needs: 'With the AWS SAM CLI and AWS credentials in the environment:',
      commands: ['sam deploy'],
      more: paragraphs(
        `This creates the stack \`${stackName(model)}\` in ${region}. SAM creates a role for each function, so` +
          ' `samconfig.toml` grants `CAPABILITY_IAM`. The code is uploaded to a bucket that SAM manages (`resolve_s3`).',
        'The handlers need no build. When you add packages, put a `package.json` into `functions/` and run `sam build` before' +
          ' `sam deploy`.',
        'Another stage is another stack; its name goes in front of every name in the account:',
        shellBlock(`sam deploy --stack-name ${service}-prod --parameter-overrides "${prod}"`),
        pool.source === 'existing' &&
          'For another user pool in the same Region, set `UserPoolId` in `parameter_overrides` of `samconfig.toml`.',
      ),
    },
    remove: shellBlock('sam delete --no-prompts'),
  }
}
