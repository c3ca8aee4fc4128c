/** What the comments of a trigger's stub show: users of a group get a scope more. */
export interface TriggerExample {
  readonly group: string
  /** The first custom scope of the spec. */
  readonly scope: string
}

interface Declared {
  readonly identifier: string
  readonly scopes: readonly { readonly name: string }[]
}

/** The example of the trigger, by the scopes that the resource servers declare. */
export function triggerExample(resourceServers: readonly Declared[]): TriggerExample {
  const [scope = 'com.example.api/read'] = resourceServers.flatMap(({ identifier, scopes }) =>
    scopes.map(({ name }) => `${identifier}/${name}`),
  )
  return { group: 'editors', scope }
}
