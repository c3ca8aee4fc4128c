import type { Api, Authorizer } from '../deployed/deployed'
import { asText } from '../deployed/questions'
import { absent, unknown } from '../deployed/term'
import { type Hidden, isNamed } from './hidden'

/** Authorizers of an API of which nothing is known, not even whether they are there: every check of them is undecided. */
export const hiddenAuthorizers = (hidden: readonly Hidden[], api: Api): readonly Authorizer[] =>
  hidden.flatMap(it => {
    if (isNamed(it)) return []
    const { cause, at } = it
    const key = `hidden authorizer ${at.source.path} ${at.start}`
    const term = unknown(key, cause, at, true)
    const isRest = api.type === 'rest'
    return {
      id: cause.name,
      key,
      at,
      under: cause,
      api: { kind: 'one', to: api },
      authorizerId: asText(term),
      type: term,
      identitySource: term,
      validationExpression: isRest ? term : absent(at),
      providerArns: isRest ? term : absent(at),
      issuer: isRest ? absent(at) : term,
      audience: isRest ? absent(at) : term,
    }
  })
