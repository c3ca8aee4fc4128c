import type { Model } from '../../model/model'
import type { ProjectFile } from '../../project/project-file'
import { paragraphs, shellBlock } from '../../project/readme/markdown'
import type { Guide } from '../../project/readme/readme'
import { noCache } from '../../text/print-cache'
import type { Project } from '../format'
import { templateJson } from './json-text'
import { templateYaml } from './yaml-text'

export const YAML_FILE = 'template.yaml'
export const JSON_FILE = 'template.json'

/** Both notations of the template, and a script that deploys `template`: needs the AWS CLI and nothing else. */
export const project = (model: Model, template: string): Project => ({
  files: [
    { path: YAML_FILE, text: templateYaml(model, noCache).text },
    { path: JSON_FILE, text: templateJson(model, noCache).text },
    deployScript(model, template),
  ],
  guide: guide(model, template),
})

/** `aws cloudformation deploy` uploads nothing unless it is told where, and refuses more than this. */
const DIRECT_BYTES = 51_200

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
    '# CloudFormation takes a larger template from S3 only.',
    `if [ "$(wc -c < ${template})" -gt ${DIRECT_BYTES} ]; then`,
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
      ['template.yaml', 'the whole stack; the functions in it are placeholders for your own code'],
      ['template.json', 'the same document, for tools that read JSON only'],
      ['deploy.sh', `deploys \`${template}\``],
      ['wizard.json', 'the spec this was made from'],
    ],
    deploy: {
      needs: 'With the AWS CLI, version 2, and credentials:',
      commands: ['./deploy.sh'],
      more: paragraphs(
        'The stack makes a role for its functions, so the script grants it `CAPABILITY_IAM`. A template over 51,200 bytes' +
          ' goes by way of S3: through the bucket named in `S3_BUCKET`, or through one the script makes.',
        'Another stage is another stack; its name goes in front of every name in the account:',
        shellBlock('STAGE=prod ./deploy.sh'),
        pool.source === 'existing' &&
          'For another user pool in the same Region give its id as `USER_POOL_ID`.',
      ),
    },
    remove: shellBlock(`aws cloudformation delete-stack --stack-name ${service}-${stage} --region ${region}`),
  }
}
