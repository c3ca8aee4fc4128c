import type { Authorizer, Endpoint, Link } from '../deployed/deployed'
import { isOfAnotherProvider, ofLink } from '../deployed/links'
import { isEmpty, isOneOf, listingOf, textIs } from '../deployed/questions'
import { all, either, known, no, not, some, type Truth, undecided } from '../deployed/truth'

/** Is the authorizer certainly a Lambda function? */
export const isLambda = (link: Link<Authorizer>): boolean =>
  ofLink(link, ({ type }) => isOneOf(type, 'TOKEN', 'REQUEST')).is === true

/** Is it an authorizer that reads tokens of a user pool? */
export const readsTokens = ({ type }: Authorizer): Truth => isOneOf(type, 'COGNITO_USER_POOLS', 'JWT')

/** Does the endpoint name an authorizer, whichever? */
export const namesAuthorizer = ({ authorizer }: Endpoint): Truth =>
  authorizer.kind === 'unknown' && authorizer.mayBeMissing
    ? undecided(...authorizer.because)
    : known(authorizer.kind !== 'none')

/**
 * What a question says of the authorizer of an endpoint that needs one. Nothing is deployed where a branch of a condition
 * names none, so only the other one counts. A branch that names one of elsewhere leaves the answer open.
 */
export function ofAuthorizer(link: Link<Authorizer>, question: (authorizer: Authorizer) => Truth): Truth {
  const [left, right] = (link.kind === 'unknown' && link.branches) || []
  if (link.kind !== 'unknown' || !left || !right) return ofLink(link, question)
  if (left.kind === 'none') return ofAuthorizer(right, question)
  if (right.kind === 'none') return ofAuthorizer(left, question)
  const ofBranch = (branch: Link<Authorizer>) =>
    branch.kind === 'foreign' ? undecided(branch.because) : ofAuthorizer(branch, question)
  const [ofLeft, ofRight] = [ofBranch(left), ofBranch(right)]
  const [cause] = link.because
  return cause ? either(cause, ofLeft, ofRight) : all(ofLeft, ofRight)
}

/** Does it take the tokens of another provider than Cognito, whose scopes have any form? */
export const isGuardedByOther = ({ apiType, authorizer }: Endpoint): Truth =>
  apiType === 'http' ? ofLink(authorizer, ({ issuer }) => textIs(issuer, isOfAnotherProvider)) : no

/** Does the endpoint ask for tokens of a user pool by a type that its authorizer does not have? */
export const hasOtherType = ({ authorizationType, authorizer }: Endpoint): Truth =>
  some(
    ...['COGNITO_USER_POOLS', 'JWT'].map(type =>
      all(
        isOneOf(authorizationType, type),
        ofAuthorizer(authorizer, it => not(isOneOf(it.type, type))),
      ),
    ),
  )

/** Does an authorizer of this type check tokens there, without a list of scopes? */
export const checksTokensWithoutScopes = (endpoint: Endpoint, type: 'COGNITO_USER_POOLS' | 'JWT'): Truth =>
  endpoint.authorizer.kind === 'none' || endpoint.authorizer.kind === 'missing'
    ? no
    : all(
        isOneOf(endpoint.authorizationType, type),
        not(hasOtherType(endpoint)),
        isEmpty(listingOf(endpoint.scopes)),
      )
