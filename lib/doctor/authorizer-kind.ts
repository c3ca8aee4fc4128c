import type { Authorizer, Endpoint, Link } from '../deployed/deployed'
import { isOfAnotherProvider } from '../deployed/links'
import { isOneOf, textIs } from '../deployed/questions'
import { all, known, no, not, some, type Truth, undecided } from '../deployed/truth'

/** Is the endpoint's authorizer, if it is in the files, the caller's own Lambda function? */
export const isGuardedByFunction = ({ authorizer }: Pick<Endpoint, 'authorizer'>): Truth =>
  authorizer.kind === 'one' ? isOneOf(authorizer.to.type, 'TOKEN', 'REQUEST') : no

/** Is that certain? */
export const isLambda = (link: Link<Authorizer>): boolean =>
  isGuardedByFunction({ authorizer: link }).is === true

/** Is it an authorizer that reads tokens of a user pool? */
export const readsTokens = ({ type }: Authorizer): Truth => isOneOf(type, 'COGNITO_USER_POOLS', 'JWT')

/** Does the endpoint name an authorizer, whichever? */
export const namesAuthorizer = ({ authorizer }: Endpoint): Truth =>
  authorizer.kind === 'unknown' && authorizer.mayBeMissing
    ? undecided(...authorizer.because)
    : known(authorizer.kind !== 'none')

/** Does it name one that is not there? Its scopes may be those of that authorizer. */
export const namesMissing = ({ authorizer }: Endpoint): Truth =>
  authorizer.kind === 'unknown' && authorizer.mayBeMissing
    ? undecided(...authorizer.because)
    : known(authorizer.kind === 'missing')

/** What a question says of the authorizer that an endpoint names. */
export const ofAuthorizer = (link: Link<Authorizer>, question: (authorizer: Authorizer) => Truth): Truth =>
  link.kind === 'one' ? question(link.to) : link.kind === 'unknown' ? undecided(...link.because) : no

/** Does it take the tokens of another provider than Cognito, whose scopes have any form? */
export const isGuardedByOther = ({ authorizer }: Endpoint): Truth =>
  authorizer.kind === 'one' ? textIs(authorizer.to.issuer, isOfAnotherProvider) : no

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
