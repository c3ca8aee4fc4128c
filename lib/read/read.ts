import * as snapshot from './aws-snapshot/aws-snapshot'
import * as http from './cloudformation/http'
import { type GivenFile, openFiles } from './files'
import * as openapi from './openapi/openapi'
import { type Reading, type ReadOptions, readOpened } from './read-opened'
import type { Readers } from './readers'
import * as refusal from './refusal'
import * as sam from './sam/sam'
import * as serverless from './serverless/serverless'

export type { InputFormat } from './detect'
export type { GivenFile } from './files'
export type { ReadFile, Reading, ReadOptions } from './read-opened'

const readers: Readers = { sam, serverless, openapi, 'aws-snapshot': snapshot, http, refusal }

/** Reads files of any of the formats together; a file that cannot be read is listed with the reason. */
export const readFiles = (given: readonly GivenFile[], options: ReadOptions = {}): Reading =>
  readOpened(openFiles(given, readers), options, readers)
