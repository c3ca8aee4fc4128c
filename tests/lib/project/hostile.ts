import { compile } from '@/lib/compile'
import { example } from '@/lib/document/example'
import type { SpecInput } from '@/lib/document/spec'

/** Legal names that mean something to a shell, to Markdown or to both. */
export const hostile: SpecInput = {
  ...example,
  resourceServers: [
    {
      identifier: "it's|`x`$(id)*",
      name: 'Hostile API',
      scopes: ['read', "wr'ite", '`rm`', '$HOME', '#c', '!x', '|y'].map(name => ({
        name,
        description: name,
      })),
    },
  ],
  clients: [
    {
      name: 'web app',
      scopes: ['openid', "it's|`x`$(id)*/wr'ite", "it's|`x`$(id)*/`rm`"],
      callbackUrls: ["https://app.example.com/it's?a=`b`&c=$(id)"],
    },
    {
      name: 'batch',
      grants: ['client_credentials'],
      generateSecret: true,
      scopes: ["it's|`x`$(id)*/wr'ite", "it's|`x`$(id)*/$HOME"],
    },
  ],
  endpoints: [
    {
      method: 'GET',
      path: '/$HOME/{id}',
      scopes: ["it's|`x`$(id)*/`rm`"],
      handler: 'bin/a.handler',
    },
    { method: 'ANY', path: '/files/{proxy+}', auth: 'id_token', handler: 'bin/a.files' },
    { method: 'HEAD', path: '/', auth: 'none', handler: 'bin/b.default' },
  ],
}

export function accepted(input: SpecInput) {
  const compiled = compile(input)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  return compiled
}
