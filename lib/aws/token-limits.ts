/** Bytes of all headers of a request together (API Gateway quotas). */
export const MAX_HEADER_BYTES = 10_240

/** Bytes of every signature of a user pool: RS256 with a 2,048-bit key (Cognito guide, "Verifying JSON web tokens"). */
export const RS256_SIGNATURE_BYTES = 256
