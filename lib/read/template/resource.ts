import type { Cause } from '../../deployed/cause'
import type { Resource } from '../../deployed/deployed'
import { property } from '../../deployed/questions'
import type { Term } from '../../deployed/term'
import type { Node, ScalarNode } from '../../source/node'
import type { Known } from './parameters'
import type { Scope } from './scope'

/** A resource of a template, its properties read. */
export interface TemplateResource extends Resource {
  readonly type: string
  readonly value: Term
  /** Logical ids that it names in DependsOn or refers to. */
  readonly needs: () => ReadonlySet<string>
  readonly stack: Stack
}

/** The resources of all templates. */
export interface Resources {
  readonly byKey: ReadonlyMap<string, TemplateResource>
  readonly apisV2: readonly TemplateResource[]
}

export function resourcesOf(stacks: readonly Stack[]): Resources {
  const all = stacks.flatMap(({ resources }) => [...resources.values()])
  return {
    byKey: new Map(all.map(resource => [resource.key, resource])),
    apisV2: all.filter(({ type }) => type === 'AWS::ApiGatewayV2::Api'),
  }
}

/** One template: its resources, and what names in it refer to. */
export interface Stack {
  readonly resources: ReadonlyMap<string, TemplateResource>
  readonly scope: Scope
  readonly root: Node | undefined
  /** Why there may be resources that the template does not show. */
  readonly open: readonly Cause[]
  /** The macro that may make another resource of any. */
  readonly changing: Cause | undefined
  /** The value of an output. */
  readonly output: (name: string) => Term | undefined
  readonly prefix: string
}

export interface StackOptions {
  /** In front of every key, so that templates read together cannot be confused. */
  readonly prefix: string
  /** Values given on the command line, or by the parent of a nested stack. */
  readonly known: Known
  readonly parameters?: ReadonlyMap<string, Term>
  /** The scope of the template that nests this one. */
  readonly parent?: Scope
  /** Why the nested stack may not be there, and so none of its resources. */
  readonly under?: Cause
  readonly variables?: (node: ScalarNode) => Term | undefined
  /** Follows a reference to another file or part of the document (Serverless). */
  readonly resolve?: (node: Node) => Node
  /** Whether the format itself adds a resource with this logical id. */
  readonly isImplied?: (id: string) => boolean
  readonly imported: Scope['imported']
  readonly stackOutput: Scope['stackOutput']
  /** The content of another file that the template names, if it was given. */
  readonly file?: (path: string) => Node | undefined
  /** The outputs of a nested stack whose template is among the files. */
  readonly nested?: (id: string) => Stack | undefined
  /** Called with the scope before the resources are read: variables are evaluated in it. */
  readonly onScope?: (scope: Scope) => void
  /** The template is one that a macro of the format expands, so it is not an unknown macro. */
  readonly transforms?: RegExp
}

/** A property of a resource; missing, its place is the resource's logical id. */
export const propertyOf = (resource: TemplateResource, name: string): Term =>
  property(resource.value, name, resource.at)
