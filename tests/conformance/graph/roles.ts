import { expectExactly, fields, items } from './fields'
import { ACCOUNT, type Opened, PARTITION } from './intrinsics'

/** ARN of a role, as a function refers to it → what its functions may do: `logs`. */
export type Roles = ReadonlyMap<unknown, readonly string[]>

/** Reads every role, and throws at one that anything but Lambda may assume or whose policies it cannot judge. */
export function readRoles(template: Opened, region: string): Roles {
  const logGroups = `arn:${PARTITION}:logs:${region}:${ACCOUNT}:log-group:/aws/lambda/`
  return new Map(
    template.ofType('AWS::IAM::Role').map(role => {
      const { id } = role
      const p = template.properties(
        role,
        ['AssumeRolePolicyDocument', 'ManagedPolicyArns', 'Policies', 'RoleName'],
        // osls prints the default.
        { Path: '/' },
      )
      if (p.RoleName !== undefined && !/^[\w+=,.@-]{1,64}$/.test(String(p.RoleName)))
        throw new Error(`role name ${p.RoleName}`)
      for (const statement of statements(p.AssumeRolePolicyDocument, id)) {
        const { Effect, Principal, Action } = fields(statement, ['Effect', 'Principal', 'Action'], id)
        const { Service } = fields(Principal, ['Service'], id)
        if (`${Effect} ${Service} ${Action}` !== 'Allow lambda.amazonaws.com sts:AssumeRole')
          throw new Error(`${id} may be assumed: ${JSON.stringify(statement)}`)
      }
      const managed = items(p.ManagedPolicyArns, id).map(arn => {
        if (arn !== `arn:${PARTITION}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`)
          throw new Error(`${id} has the policy ${arn}`)
        return 'logs'
      })
      const inline = items(p.Policies, id).flatMap(policy =>
        statements(fields(policy, ['PolicyName', 'PolicyDocument'], id).PolicyDocument, id).flatMap(
          statement => {
            const { Effect, Action, Resource } = fields(statement, ['Effect', 'Action', 'Resource'], id)
            if (Effect !== 'Allow') throw new Error(`${id}: ${Effect}`)
            for (const arn of [Resource].flat())
              if (!String(arn).startsWith(logGroups)) throw new Error(`${id} reaches ${arn}`)
            return [Action].flat().map(action => String(action).split(':')[0]!)
          },
        ),
      )
      return [`«AWS::IAM::Role ${id}».Arn`, [...new Set([...managed, ...inline])].sort()] as const
    }),
  )
}

function statements(document: unknown, where: string): readonly unknown[] {
  const { Statement } = fields(document, ['Version', 'Statement'], where)
  return items(Statement, where)
}

/** What osls deploys besides the stack proper: log groups of the functions, and the bucket that their code is in. */
export function readDeploymentAids(template: Opened): void {
  const functions = template.ofType('AWS::Lambda::Function').map(({ resource }) => resource.Properties ?? {})
  const names = functions.map(({ FunctionName }) => `/aws/lambda/${template.resolve(FunctionName)}`)
  for (const group of template.ofType('AWS::Logs::LogGroup')) {
    const { LogGroupName } = template.properties(group, ['LogGroupName'])
    if (!names.includes(String(LogGroupName))) throw new Error(`log group ${LogGroupName}`)
  }
  for (const bucket of template.ofType('AWS::S3::Bucket'))
    template.properties(bucket, [], {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    })
  for (const policy of template.ofType('AWS::S3::BucketPolicy')) {
    const { PolicyDocument } = template.properties(policy, ['Bucket', 'PolicyDocument'])
    // It refuses plain HTTP and allows nothing.
    for (const statement of statements(PolicyDocument, policy.id))
      expectExactly(fields(statement, STATEMENT, policy.id), { Effect: 'Deny' }, policy.id)
  }
}

const STATEMENT = ['Effect', 'Action', 'Principal', 'Resource', 'Condition']
