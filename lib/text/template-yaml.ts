import type { FieldPath } from '../document/field-path'
import type { Resource } from '../template/template'
import { resourceEntry } from '../template/template'
import type { Mapping } from '../template/value'
import { type Line, withField } from './line'
import { shortForm } from './short-form'
import { yaml } from './yaml'

/** Spells intrinsic functions in CloudFormation's short forms. */
const spelling = shortForm()

/** Entries of a mapping that is `level` mappings deep. */
export const entries = (mapping: Mapping, level: number): Line[] =>
  yaml(mapping, spelling, '  '.repeat(level))

/** The first line of a section, after an empty line. */
export const heading = (name: string, field: FieldPath): Line[] =>
  withField(field, [{ text: '' }, { text: `${name}:` }])

/** A section with its entries. */
export const section = (name: string, field: FieldPath, members: readonly Mapping[]): Line[] => [
  ...heading(name, field),
  ...members.flatMap(member => entries(member, 1)),
]

/** Lines of one resource, after an empty line unless they are the first of their section. */
export const apart = (lines: readonly Line[], isFirst: boolean): readonly Line[] =>
  isFirst ? lines : [{ text: '', ...(lines[0]?.field && { field: lines[0].field }) }, ...lines]

/** A resource as one entry of `Resources`. */
export const resourceLines = (resource: Resource, { isFirst }: { readonly isFirst: boolean }) =>
  apart(entries(resourceEntry(resource), 1), isFirst)
