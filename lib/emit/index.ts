import { cdk } from './cdk/cdk'
import { cloudformation } from './cloudformation'
import { cloudformationJson } from './cloudformation-json'
import type { Emitter } from './emitter'
import { serverless } from './serverless/serverless'

/** Output formats, in tab order. */
export const emitters: readonly Emitter[] = [cloudformation, cloudformationJson, serverless, cdk]
