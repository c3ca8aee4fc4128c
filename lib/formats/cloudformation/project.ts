import { MAX_DIRECT_TEMPLATE_BYTES } from '../../aws/limits'
import type { Model } from '../../model/model'
import type { ProjectFile } from '../../project/project-file'
import { paragraphs, shellBlock } from '../../project/readme/markdown'
import type { Guide } from '../../project/readme/readme'
import { printText } from '../../text/print-cache'
import type { Project } from '../format'
import { jsonBlocks } from './json-text'
import { yamlBlocks } from './yaml-text'

export const YAML_FILE = 'template.yaml'
export const JSON_FILE = 'template.json'

/** Both notations of the template, and a script that deploys `template` with the AWS CLI. */
export const project = (model: Model, template: string): Project => ({
  files: [
    { path: YAML_FILE, text: printText(yamlBlocks(model)) },
    { path: JSON_FILE, text: printText(jsonBlocks(model)) },
    deployScript(model, template),
  ],
  guide: guide(model, template),
})

function deployScript(model: Model, template: string): ProjectFile {
  const { service, stage, region, userPool: pool } = model
  const existing = pool.source === 'existing' ? [`USER_POOL_ID="\${USER_POOL_ID:-${pool.userPoolId}}"`] : []
  const parameters = ['"Stage=$STAGE"', ...(existing.length > 0 ? ['"UserPoolId=$USER_POOL_ID"'] : [])]
  const lines = [
    '#!/bin/sh',
    `# Deploys ${template} as the stack ${service}-<stage>. Needs the AWS CLI, version 2, with credentials.`,
    '#   ./deploy.sh',
    '#   STAGE=prod ./deploy.sh',
    'set -eu',
    'cd "$(dirname "$0")"',
    '',
    `STAGE="\${STAGE:-${stage}}"`,
    `REGION="\${REGION:-${region}}"`,
    ...existing,
    `STACK="${service}-$STAGE"`,
    '',
    `set -- --template-file ${template} --stack-name "$STACK" --region "$REGION" \\`,
    '  --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset \\',
    `  --parameter-overrides ${parameters.join(' ')}`,
    '',
    '# A larger template must be uploaded to Amazon S3 first.',
    `if [ "$(wc -c < ${template})" -gt ${MAX_DIRECT_TEMPLATE_BYTES} ]; then`,
    '  ACCOUNT="$(aws sts get-caller-identity --query Account --output text)"',
    '  S3_BUCKET="${S3_BUCKET:-cognito-scope-wizard-$ACCOUNT-$REGION}"',
    '  if ! aws s3api head-bucket --bucket "$S3_BUCKET" --region "$REGION" > /dev/null 2>&1; then',
    '    aws s3 mb "s3://$S3_BUCKET" --region "$REGION"',
    '  fi',
    '  set -- "$@" --s3-bucket "$S3_BUCKET" --s3-prefix "$STACK"',
    'fi',
    '',
    'aws cloudformation deploy "$@"',
    'aws cloudformation describe-stacks --stack-name "$STACK" --region "$REGION" \\',
    "  --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output table",
    '',
  ]
  return { path: 'deploy.sh', text: lines.join('\n'), executable: true }
}

function guide(model: Model, template: string): Guide {
  const { service, stage, region, userPool: pool } = model
  return {
    tool: 'CloudFormation',
    files: [
      ['template.yaml', 'the stack, with placeholder functions'],
      ['template.json', 'the same template as JSON'],
      ['deploy.sh', `deploys \`${template}\``],
      ['wizard.json', 'the spec; open it in the wizard to make changes'],
    ],
    deploy: {
      needs: 'With version 2 of the AWS CLI and credentials:',
      commands: ['./deploy.sh'],
      more: paragraphs(
        'The stack creates a role for its functions, so the script passes `CAPABILITY_IAM`. A template over 51,200 bytes' +
          ' is uploaded to Amazon S3 first: to the bucket in `S3_BUCKET`, or to one that the script creates.',
        'To deploy your own code, replace the `ZipFile` of a function by the path of its folder (`Code: ./src`), and' +
          ' `index.handler` by your handler. Then run `aws cloudformation package --template-file template.yaml' +
          ' --s3-bucket BUCKET --output-template-file packaged.yaml` and deploy `packaged.yaml`.',
        'Every stage is a stack of its own, with the stage as prefix of all names in the account:',
        shellBlock('STAGE=prod ./deploy.sh'),
        pool.source === 'existing' &&
          'To use another user pool in the same Region, set `USER_POOL_ID` to its ID.',
      ),
    },
    remove: shellBlock(`aws cloudformation delete-stack --stack-name ${service}-${stage} --region ${region}`),
  }
}
