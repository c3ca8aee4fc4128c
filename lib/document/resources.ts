interface Declared {
  readonly resourceServers: readonly { readonly identifier: string; readonly scopes: readonly unknown[] }[]
  readonly api: { readonly additionalAudiences?: readonly string[] | undefined }
}

/**
 * What an access token of a user can be bound to by `resource=` (RFC 8707): the identifiers of the resource servers and
 * the additional audiences of the API.
 */
export const resourcesOf = ({ resourceServers, api }: Declared): readonly string[] => [
  ...new Set([...resourceServers.map(({ identifier }) => identifier), ...(api.additionalAudiences ?? [])]),
]

/** Those of them that a spec declares for this purpose: without scopes, or as an audience. */
export const boundResourcesOf = ({ resourceServers, api }: Declared): readonly string[] =>
  resourcesOf({ resourceServers: resourceServers.filter(({ scopes }) => scopes.length === 0), api })
