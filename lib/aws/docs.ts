/** Addresses of AWS documentation pages by their file name. */
export const cognitoGuide = (page: string): string =>
  `https://docs.aws.amazon.com/cognito/latest/developerguide/${page}.html`
export const apiGatewayGuide = (page: string): string =>
  `https://docs.aws.amazon.com/apigateway/latest/developerguide/${page}.html`
export const cloudFormationGuide = (page: string): string =>
  `https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/${page}.html`
export const lambdaGuide = (page: string): string =>
  `https://docs.aws.amazon.com/lambda/latest/dg/${page}.html`

/** Regions and quotas of Cognito: AWS General Reference. */
export const COGNITO_ENDPOINTS = 'https://docs.aws.amazon.com/general/latest/gr/cognito.html'
/** Constraints of an HTTP API's routes. */
export const HTTP_ROUTES =
  'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html'

/** A section of an RFC. */
export const rfcSection = (number: number, section: string): string =>
  `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`

/** A page that states a fact, with the title to show for it. */
export interface Source {
  readonly title: string
  readonly url: string
}
