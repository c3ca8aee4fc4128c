import type { Model } from '../../model/model'
import { roleName } from '../../model/staged-names'
import { allFunctions } from '../../model/trigger'
import { annotate, type Mapping, pseudo, sub } from '../../template/value'
import { variable } from './lines'

/**
 * The framework lists the log of every function twice in one inline policy, and IAM accepts 10,240 characters of those
 * for a role (IAM user guide, "IAM and STS character limits"). With the longest names 36 functions fill them.
 */
const MAX_INLINE_FUNCTIONS = 30

const needsManagedPolicy = (model: Model): boolean => allFunctions(model).length > MAX_INLINE_FUNCTIONS

/** `provider.iam.role`: the one role of all functions, which may write their logs and nothing else. */
export const role = (model: Model): Mapping => ({
  name: annotate(`${variable('sls:stage')}-${roleName(model)}-${variable('self:provider.region')}`, {
    field: 'service',
    comment: "IAM allows 64 characters, and the framework's default name can be longer",
  }),
  managedPolicies: needsManagedPolicy(model)
    ? annotate([sub`arn:${pseudo('Partition')}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`], {
        field: 'endpoints',
        comment: 'Add permissions of your functions here, as managed policies',
      })
    : undefined,
})

/** Removes the inline policy if it would exceed the limit; prints nothing otherwise. */
export const roleExtension = (model: Model): Mapping => ({
  IamRoleLambdaExecution: needsManagedPolicy(model)
    ? {
        Properties: {
          Policies: annotate([], {
            field: 'endpoints',
            comment: `For ${allFunctions(model).length} functions it would exceed the 10,240 characters that IAM allows`,
          }),
        },
      }
    : undefined,
})
