/** Addresses of AWS guide pages by their file name. */
export const cognitoGuide = (page: string): string =>
  `https://docs.aws.amazon.com/cognito/latest/developerguide/${page}.html`
export const apiGatewayGuide = (page: string): string =>
  `https://docs.aws.amazon.com/apigateway/latest/developerguide/${page}.html`
export const cloudFormationGuide = (page: string): string =>
  `https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/${page}.html`
