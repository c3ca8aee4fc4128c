/** AWS has no user pools in China: its partition has no cognito-idp endpoint. */
export const isChinaRegion = (region: string): boolean => region.startsWith('cn-')

/** GovCloud domains have FIPS hosts only: developer guide, "Amazon Cognito in AWS GovCloud (US)". */
export const isGovCloudRegion = (region: string): boolean => region.startsWith('us-gov-')
