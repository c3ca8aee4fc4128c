import { COMPUTED, join, NAMES, READ, type Value } from './attributes'
import { type Expression, parseTemplate, pathsIn } from './expression'
import { type HclBlock, isObject, type Json, type Module } from './module'
import { schemaOf } from './schema'

/** A resource, or one of those that `for_each` makes of it. */
export interface Instance {
  /** `aws_api_gateway_method.preflight["/orders"]` */
  readonly address: string
  /** Address of the block. */
  readonly block: string
  readonly type: string
  /** Logical id of its own. */
  readonly id: string
  readonly args: Json
  readonly prevented: boolean
  readonly createBeforeDestroy: boolean
}

export interface Evaluated {
  readonly instances: readonly Instance[]
  readonly outputs: Readonly<Record<string, Value>>
  /** Blocks that are certain to be there before the block of an address. */
  readonly before: (block: string) => ReadonlySet<string>
  readonly providerRegion: Value
}

interface Each {
  readonly key: string
  readonly value: Value
}

/** An instance in a value, of which attributes are asked. */
class Reference {
  constructor(
    readonly block: HclBlock,
    readonly key?: string,
  ) {}
}

const META = ['for_each', 'depends_on', 'lifecycle']

/** Resolves what a plan would resolve. Throws at a reference to nothing and at functions that the texts do not use. */
export function evaluate(module: Module, given: Readonly<Record<string, string>>): Evaluated {
  const blocks = new Map([...module.resources, ...module.data].map(block => [block.address, block]))
  const ids = new Map<string, string>()
  const locals = new Map<string, Value>()
  const instancesOf = new Map<HclBlock, readonly Each[]>()
  const idOf = (address: string): string => {
    const id = ids.get(address) ?? `Resource${ids.size}`
    ids.set(address, id)
    return id
  }

  function variable(name: string): Value {
    if (!(name in module.variables)) throw new Error(`var.${name} is not declared`)
    return given[name] ?? (module.variables[name] as Json).default
  }

  function local(name: string): Value {
    const known = locals.has(name) ? locals.get(name) : value(module.locals[name])
    locals.set(name, known)
    return known
  }

  function value(json: unknown, each?: Each): Value {
    if (typeof json === 'string') return resolve(parseTemplate(json), each)
    if (Array.isArray(json)) return json.map(item => value(item, each))
    if (!isObject(json)) return json
    return Object.fromEntries(
      Object.entries(json).map(([key, inner]) => [String(value(key, each)), value(inner, each)]),
    )
  }

  function resolve(expression: Expression, each?: Each): Value {
    switch (expression.kind) {
      case 'literal':
        return expression.value
      case 'template': {
        const parts = expression.parts.map(part => resolve(part, each))
        return parts.every(part => typeof part === 'string') ? parts.join('') : join(...parts)
      }
      case 'list':
        return expression.items.map(item => resolve(item, each))
      case 'object':
        return Object.fromEntries(expression.entries.map(([key, inner]) => [key, resolve(inner, each)]))
      case 'call':
        return call(
          expression.name,
          expression.args.map(arg => resolve(arg, each)),
        )
      case 'path':
        return follow(
          expression.root,
          expression.steps.map(step => resolve(step, each)),
          each,
        )
    }
  }

  function call(name: string, args: readonly Value[]): Value {
    const [only, ...more] = args
    if (more.length > 0 || only === undefined) throw new Error(`${name} of ${args.length} arguments`)
    if (name === 'jsonencode') return JSON.stringify(only)
    if (name === 'toset' && Array.isArray(only))
      return Object.fromEntries(only.map(item => [String(item), item]))
    // The trigger of a deployment, which deployment.ts reads.
    if (name === 'sha1') return 'hash'
    throw new Error(`function ${name}`)
  }

  function follow(root: string, steps: readonly Value[], each: Each | undefined): Value {
    const [first, second, ...rest] = steps
    if (root === 'var') return member(variable(String(first)), steps.slice(1))
    if (root === 'local') {
      if (!(String(first) in module.locals)) throw new Error(`local.${first} is not declared`)
      return member(local(String(first)), steps.slice(1))
    }
    if (root === 'each') {
      if (!each) throw new Error('each without for_each')
      return member(first === 'key' ? each.key : each.value, steps.slice(1))
    }
    if (root === 'path' && first === 'module') return '.'
    const isData = root === 'data'
    const address = isData ? `data.${first}.${second}` : `${root}.${first}`
    const block = blocks.get(address)
    if (!block) throw new Error(`${address} is not declared`)
    return member(new Reference(block), isData ? rest : steps.slice(1))
  }

  function member(of: Value, steps: readonly Value[]): Value {
    const [step, ...rest] = steps
    if (step === undefined) return of
    if (of instanceof Reference) {
      if (of.block.body.for_each !== undefined && of.key === undefined)
        return member(new Reference(of.block, String(step)), rest)
      return member(attributeOf(of, String(step)), rest)
    }
    if (!isObject(of) || !(String(step) in of)) throw new Error(`no member ${step}`)
    return member(of[String(step)], rest)
  }

  function attributeOf({ block, key }: Reference, name: string): Value {
    const { attributes } = schemaOf(block.type)
    const full = `${block.type}.${name}`
    if (!(name in attributes)) throw new Error(`${full} is no attribute`)
    const address = key === undefined ? block.address : `${block.address}["${key}"]`
    const each = key === undefined ? undefined : eachOf(block).find(one => one.key === key)
    if (key !== undefined && !each) throw new Error(`${address} is not made`)
    const argument = (wanted: string) => value(block.body[wanted], each)
    if (full === 'aws_api_gateway_stage.invoke_url') {
      const [api, stage] = [argument('rest_api_id'), argument('stage_name')]
      return join(
        'https://',
        api,
        '.execute-api.',
        { Ref: 'AWS::Region' },
        '.',
        { Ref: 'AWS::URLSuffix' },
        '/',
        stage,
      )
    }
    const known = COMPUTED[full] ?? (NAMES.includes(full) ? (id: string) => ({ Ref: id }) : undefined)
    if (known) return known(idOf(address))
    const read = READ[full]
    if (read) return read(argument)
    if (name in block.body) return argument(name)
    throw new Error(`${full} is not read here`)
  }

  function eachOf(block: HclBlock): readonly Each[] {
    const each = instancesOf.get(block) ?? newEachOf(block)
    instancesOf.set(block, each)
    return each
  }

  function newEachOf(block: HclBlock): readonly Each[] {
    const over = value(block.body.for_each)
    if (over instanceof Reference)
      return eachOf(over.block).map(({ key }) => ({ key, value: new Reference(over.block, key) }))
    if (!isObject(over)) throw new Error(`for_each of ${block.address}`)
    return Object.entries(over).map(([key, inner]) => ({ key, value: inner }))
  }

  function instance(block: HclBlock, each?: Each): Instance {
    const address = each ? `${block.address}["${each.key}"]` : block.address
    const args = Object.entries(block.body)
      .filter(([name]) => !META.includes(name))
      .map(([name, inner]) => [name, name === 'triggers' ? inner : value(inner, each)])
    const [lifecycle = {}] = (block.body.lifecycle ?? []) as readonly Json[]
    return {
      address,
      block: block.address,
      type: block.type,
      id: idOf(address),
      args: Object.fromEntries(args),
      prevented: lifecycle.prevent_destroy === true,
      createBeforeDestroy: lifecycle.create_before_destroy === true,
    }
  }

  return {
    instances: module.resources.flatMap(block =>
      block.body.for_each === undefined
        ? [instance(block)]
        : eachOf(block).map(each => instance(block, each)),
    ),
    outputs: Object.fromEntries(
      Object.entries(module.outputs).map(([name, body]) => [name, value((body as Json).value)]),
    ),
    before: order(module, blocks),
    providerRegion: value(module.provider.region),
  }
}

/** References and depends_on make Terraform wait, through locals and data sources too. */
function order(module: Module, blocks: ReadonlyMap<string, HclBlock>) {
  const closures = new Map<string, ReadonlySet<string>>()
  const visiting = new Set<string>()

  function directly(json: unknown): readonly string[] {
    if (Array.isArray(json)) return json.flatMap(directly)
    if (isObject(json)) return Object.values(json).flatMap(directly)
    if (typeof json !== 'string') return []
    return pathsIn(parseTemplate(json)).flatMap(({ root, steps }) => {
      const [first, second] = steps.map(step => (step.kind === 'literal' ? String(step.value) : ''))
      if (root === 'local') return directly(module.locals[first ?? ''])
      const address = root === 'data' ? `data.${first}.${second}` : `${root}.${first}`
      return blocks.has(address) ? [address] : []
    })
  }

  return function before(address: string): ReadonlySet<string> {
    const known = closures.get(address)
    if (known) return known
    if (visiting.has(address)) throw new Error(`${address} waits for itself`)
    visiting.add(address)
    const direct = directly(blocks.get(address)?.body)
    const all = new Set([...direct, ...direct.flatMap(one => [...before(one)])])
    visiting.delete(address)
    closures.set(address, all)
    return all
  }
}
