import type { TypeAdvice } from '../../deployed/deployed'
import { itemsOf } from '../../deployed/questions'
import { show } from '../../deployed/show'
import type { Span } from '../../source/node'
import type { Guard } from './guard'

/** What the framework makes of an authorizer at `at` that lacks a type or is none, and what to write instead. */
export function typeAdvice({ authorizer, writtenType }: Guard, at: Span): TypeAdvice | undefined {
  if (writtenType?.kind !== 'absent') return undefined
  if (authorizer.kind === 'none')
    return {
      at,
      why: 'The Serverless Framework makes an authorizer of a user pool from arn, and takes a name without it for a function: it does not deploy.',
      fix: 'Write the ARN of the user pool in arn, next to a name. Or write the authorizer in authorizerId, next to its type.',
    }
  const named = authorizer.kind === 'one' ? authorizer.to : undefined
  const [arn] = named?.implicit ? itemsOf(named.providerArns) : []
  return arn && !begins(show(arn.text))
    ? {
        at: arn.text.at,
        why: 'The Serverless Framework recognizes the ARN of a user pool by its beginning, and makes a Lambda authorizer of any other.',
        fix: 'Begin the ARN with arn:aws:cognito-idp. In another partition, replace aws.',
      }
    : {
        at,
        why:
          named && !named.implicit
            ? 'Without a type the Serverless Framework does not read authorizerId, and asks for a name or an ARN: it does not deploy.'
            : 'Without a type the Serverless Framework makes a Lambda authorizer, unless the ARN of the pool is a plain string.',
        fix: 'Add type: COGNITO_USER_POOLS to the authorizer.',
      }
}

/** As the ARN of a user pool does, or with something unknown. */
const begins = (arn: string): boolean => /^(?:arn:.*:cognito-idp:|\$\{)/.test(arn)
