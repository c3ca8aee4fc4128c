import { describe, expect, test } from 'vitest'
import { editedAll, existing, http, machine, rest } from '../document/edited'
import { compiled } from '../findings/found'

const cors = { 'api.cors': { allowOrigins: ['https://a.example', 'https://b.example'] } }
const documents = [rest, http, existing, machine, editedAll(rest, cors), editedAll(http, cors)]

/** Lines that no field made: versions, and what is the same in every text. */
const OWN = /^(terraform \{| {2}\S.*| {4}.*|\}|openapi: .*)$/

describe.each(['sam', 'terraform', 'openapi'] as const)('%s', format => {
  test('marks every line that a field made', () => {
    for (const document of documents) {
      const { text, fields } = compiled(document).output(format)
      const unmarked = text.split('\n').filter((line, i) => line !== '' && fields[i] === undefined)
      // In Terraform the block with the versions comes first, and nothing else is unmarked.
      const own = format === 'terraform' ? unmarked.slice(0, unmarked.indexOf('}') + 1) : []
      expect(unmarked.slice(own.length)).toEqual([])
      for (const line of own) expect(line).toMatch(OWN)
    }
  })

  test('has a line for every text of a new pool, its clients and its endpoints', () => {
    const { fields } = compiled(rest).output(format)
    const marked = new Set(fields)
    for (const field of ['api.name', 'endpoints.0.method', 'endpoints.0.handler', 'endpoints.0.scopes.0'])
      expect(marked, field).toContain(field)
  })
})
