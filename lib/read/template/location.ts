import { keyOf } from '../../deployed/compare'
import { asText, property } from '../../deployed/questions'
import { literal, type Term } from '../../deployed/term'
import { type MapNode, textOf, valueAt } from '../../source/node'
import { propertyOf, type TemplateResource } from './resource'

/**
 * The file that CDK has uploaded for a property, as it is called beside the template: the property itself has an address in
 * S3. CDK notes it in the Metadata of the resource (aws-cdk-lib/cx-api, ASSET_RESOURCE_METADATA_PATH_KEY).
 */
export function uploadedFile(resource: MapNode | undefined, name: string): string | undefined {
  const isOfProperty = textOf(valueAt(resource, 'Metadata', 'aws:asset:property')) === name
  return isOfProperty ? textOf(valueAt(resource, 'Metadata', 'aws:asset:path')) : undefined
}

/** A property that says where a file is. */
export function locationOf(resource: TemplateResource, name: string): Term {
  const location = propertyOf(resource, name)
  const uploaded = uploadedFile(resource.node, name)
  return uploaded === undefined ? location : literal(uploaded, location.at)
}

/** The property that says where the template of a nested stack is. */
export const NESTED: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
])

/** Is it an address, most often in S3, and no path between the files? */
export const isAddress = (path: string): boolean => /:\/\/|\0/.test(path)

/**
 * The path or address that a property names, where the name of the file itself is known: templates often have the bucket and
 * a prefix as parameters. What is unknown of it stands between NULs.
 */
export function pathOf(location: Term): string | undefined {
  const key = (name: string) => keyOf(asText(property(location, name)))
  const path = location.kind === 'fields' ? `s3://${key('Bucket')}/${key('Key')}` : keyOf(asText(location))
  const name = fileName(path)
  return name === '' || name.includes('\0') ? undefined : path
}

/** What to call a file that is to be given: its path, or the name at the end where the address is not known. */
export const nameOf = (path: string): string => (path.includes('\0') ? fileName(path) : path)

/** The last step of a path or an address. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
