import { type TriggerExample, triggerExample } from '../document/trigger-example'
import type { LambdaFunction, Model, NewUserPool, PreTokenGeneration } from '../model/model'
import { FUNCTION_RUNTIME, FUNCTION_TIMEOUT, ROLE } from './function'
import { type Body, type Resource, resource } from './template'
import { triggerSource } from './trigger-source'
import { fromField, getAtt, ref } from './value'

type FunctionInputs = Pick<LambdaFunction, 'field' | 'handler'> & {
  readonly example: Readonly<TriggerExample>
}

/** A placeholder for the trigger's handler, until its code is deployed. */
export const triggerFunction = (trigger: PreTokenGeneration, model: Model): Resource =>
  resource(
    trigger.function.id,
    'AWS::Lambda::Function',
    {
      field: trigger.function.field,
      handler: trigger.function.handler,
      example: { ...triggerExample(model.resourceServers) },
    },
    functionBody,
  )

const functionBody = ({ field, handler, example }: FunctionInputs): Body => ({
  note: { field },
  properties: {
    Description: `Placeholder for ${handler}`,
    Runtime: FUNCTION_RUNTIME,
    Timeout: FUNCTION_TIMEOUT,
    Handler: 'index.handler',
    Role: getAtt(ROLE, 'Arn'),
    Code: { ZipFile: `${triggerSource(example)}\nexports.handler = preTokenGeneration;\n` },
  },
})

/** Lets this user pool, and no other, call the trigger. `functionId`: logical ID of the trigger's function. */
export const triggerPermission = (
  { function: node }: PreTokenGeneration,
  pool: NewUserPool,
  functionId: string,
): Resource =>
  resource(
    `${node.id}Permission`,
    'AWS::Lambda::Permission',
    { field: node.field, functionId, poolId: pool.id },
    permissionBody,
  )

type PermissionInputs = Pick<LambdaFunction, 'field'> & {
  readonly functionId: string
  readonly poolId: string
}

const permissionBody = ({ field, functionId, poolId }: PermissionInputs): Body => ({
  note: { field },
  properties: {
    FunctionName: ref(functionId),
    Action: 'lambda:InvokeFunction',
    Principal: 'cognito-idp.amazonaws.com',
    SourceArn: fromField('userPool', getAtt(poolId, 'Arn')),
  },
})
