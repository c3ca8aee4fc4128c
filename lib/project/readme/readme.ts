import type { Model } from '../../model/model'
import { answers } from './answers'
import { calls } from './calls'
import { paragraphs, shellBlock } from './markdown'
import { tokens } from './tokens'
import { users } from './users'

/** What one format's README says in its own words; Markdown. */
export interface Guide {
  /** What the project is made with, in the title: `CloudFormation`. */
  readonly tool: string
  /** Each file and what it is for. */
  readonly files: readonly (readonly [path: string, purpose: string])[]
  readonly deploy: {
    /** What the commands need. */
    readonly needs: string
    /** Shell commands that deploy the project, one a line. */
    readonly commands: readonly string[]
    /** What they do, and how to deploy another stage. */
    readonly more: string
  }
  /** How to take it down. */
  readonly remove: string
}

/** The README of a project: from an empty account to an answered request. */
export function readme(model: Model, guide: Guide): string {
  const { service, stage, region, userPool } = model
  return `${paragraphs(
    `# ${service}, with ${guide.tool}`,
    'An API on Amazon API Gateway that Cognito access tokens open, scope by scope. Made by Cognito Scope Wizard from' +
      ' `wizard.json`; open that file in the wizard to change it.',
    guide.files.map(([path, purpose]) => `- \`${path}\`: ${purpose}`).join('\n'),
    '## Deploy',
    guide.deploy.needs,
    shellBlock(...guide.deploy.commands),
    guide.deploy.more,
    userPool.source === 'new'
      ? 'The user pool is kept when the stack is deleted: its users could not be made again.'
      : `Nothing of the user pool \`${userPool.userPoolId}\` is created or changed, but the resource servers and clients in it are new. If it already has a resource server with one of these identifiers, import that one into the stack or delete it first.`,
    'The commands below read what was deployed from the outputs of the stack; for another stage, name its stack here:',
    shellBlock(
      `STACK=${service}-${stage}`,
      `REGION=${region}`,
      'output() {',
      '  aws cloudformation describe-stacks --stack-name "$STACK" --region "$REGION" \\',
      '    --query "Stacks[0].Outputs[?OutputKey==\'$1\'].OutputValue" --output text',
      '}',
    ),
    ...users(model),
    ...tokens(model),
    ...calls(model),
    ...answers(model),
    '## Take it down',
    guide.remove,
  )}\n`
}
