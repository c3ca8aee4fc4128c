import type { Model } from '../../model/model'
import { handlerFiles, handlerPurpose } from '../../project/handler'
import { paragraphs, shellBlock } from '../../project/readme/markdown'
import type { Guide } from '../../project/readme/readme'
import { triggerFile } from '../../project/readme/trigger'
import { printText } from '../../text/print-cache'
import type { Project } from '../format'
import { snakeCase } from './names'
import { FILE, moduleBlocks } from './text'

/** The module, and the handlers in the folder that it archives. */
export const project = (model: Model): Project => ({
  files: [
    { path: FILE, text: printText(moduleBlocks(model)) },
    ...handlerFiles(model, 'functions/'),
    { path: '.gitignore', text: '.terraform/\n*.tfstate\n*.tfstate.*\n' },
  ],
  guide: guide(model),
})

function guide(model: Model): Guide {
  const { stage, region, userPool: pool, functions, clients } = model
  const [first = 'functions/', ...others] = [...new Set(functions.map(({ file }) => `functions/${file}.mjs`))]
  const purpose = handlerPurpose(model)
  const hasSecret = clients.some(({ generateSecret }) => generateSecret)
  return {
    tool: 'Terraform',
    files: [
      [FILE, 'the whole module'],
      [
        first,
        others.length > 0
          ? `${purpose} (one of ${others.length + 1} handler files in \`functions/\`)`
          : purpose,
      ],
      ...triggerFile(model, 'functions/'),
      ['wizard.json', 'the spec that this project was generated from'],
    ],
    deploy: {
      needs: 'With Terraform 1.5 or later, and AWS credentials in the environment:',
      commands: ['terraform init', 'terraform apply'],
      more: paragraphs(
        `This creates everything in ${region}, with the stage \`${stage}\` in front of every name. \`terraform plan\` shows what` +
          ' would change. OpenTofu works as well: `tofu init`, `tofu apply`.',
        model.api.type === 'rest' &&
          'The first plan after the first apply shows one more deployment of the API. After that only changes do.',
        hasSecret
          ? 'The state contains the client secrets in plain text. Keep it where only you can read it, such as an encrypted S3' +
              ' backend.'
          : undefined,
        'Another stage needs a state of its own, which a workspace provides:',
        shellBlock(
          'terraform workspace new prod',
          'terraform apply -var stage=prod',
          'terraform workspace select default',
        ),
        pool.source === 'existing' && 'For another user pool in the same Region, pass its id:',
        pool.source === 'existing' && shellBlock(`terraform apply -var user_pool_id=${pool.userPoolId}`),
      ),
    },
    remove:
      pool.source === 'new'
        ? paragraphs(
            '`terraform destroy` stops at the user pool, because of `prevent_destroy`. Remove the pool from the state first:',
            shellBlock('terraform state rm aws_cognito_user_pool.main', 'terraform destroy'),
          )
        : shellBlock('terraform destroy'),
    outputs: {
      intro: 'The commands below read the outputs of the module:',
      commands: [`REGION=${region}`, 'output() { terraform output -raw "$1"; }'],
      nameOf: snakeCase,
    },
    userPool: {
      kept:
        'The user pool cannot be deleted by mistake: `prevent_destroy` and `deletion_protection` in `main.tf` are there because' +
        ' its users cannot be recreated. Terraform has no way to keep it on `terraform destroy`, so that stops instead.',
      deleteCommands: [
        'aws cognito-idp update-user-pool --user-pool-id "$USER_POOL_ID" --region "$REGION" --deletion-protection INACTIVE',
        'aws cognito-idp delete-user-pool --user-pool-id "$USER_POOL_ID" --region "$REGION"',
      ],
    },
  }
}
