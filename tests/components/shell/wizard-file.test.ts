import { describe, expect, it } from 'vitest'
import { readSharedLink, sharedLink } from '@/components/shell/shared-link'
import { readWizardFile, wizardFileText } from '@/components/shell/wizard-file'
import { example } from '@/lib/document/example'

const read = (value: unknown, name = 'wizard.json') =>
  readWizardFile(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), name)

describe('a wizard.json', () => {
  it('opens as it was saved', async () => {
    expect(await read(wizardFileText(example))).toEqual({ kind: 'valid', values: example })
  })

  it('with a fault opens too, with the fault named and nothing lost', async () => {
    const faulty = { ...example, stage: 'UPPER', colour: 'red' }
    const opened = await read(faulty)
    expect(opened.kind).toBe('faulty')
    if (opened.kind !== 'faulty') return
    expect(opened.values).toEqual(faulty)
    expect(opened.errors.map(({ path }) => path).sort()).toEqual(['colour', 'stage'])
  })

  it.each([
    ['no JSON', '{"version": 1,}', 'NOT_JSON'],
    ['more than 1 MiB', JSON.stringify('x'.repeat(1_100_000)), 'DOCUMENT_TOO_LARGE'],
  ])('that is %s is refused', async (_, text, code) => {
    expect(await read(text)).toMatchObject({ kind: 'unreadable', errors: [{ code, path: '' }] })
  })

  it.each([
    ['no object', 7],
    ['a list', []],
    ['clients that are no list', { ...example, clients: {} }],
    ['a client that is no object', { ...example, clients: ['web'] }],
  ])('whose form nobody could show (%s) is refused', async (_, value) => {
    expect((await read(value)).kind).toBe('refused')
  })

  it.each([
    ['a server without scopes', { ...example, resourceServers: [{ identifier: 'a', name: 'A' }] }],
    ['no user pool', { ...example, userPool: undefined }],
  ])('that lacks something opens with an empty one (%s)', async (_, value) => {
    expect((await read(value)).kind).toBe('faulty')
  })

  it.each([
    ['any name', 'service: notes\nprovider:\n  name: aws\n', 'wizard.json'],
    ['JSON', { Resources: { Api: { Type: 'AWS::ApiGateway::RestApi' } } }, 'some.json'],
    ['a fault', '\uFEFFResources:\n  Api: [\n', 'template.yaml'],
  ])('that is a template goes to the doctor as it is, with %s', async (_, value, name) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    expect(await read(value, name)).toEqual({ kind: 'template', text })
  })

  it.each([
    [{ keys: [] }, 'a key set', 'token inspector'],
    ['resource "aws_api_gateway_rest_api" "api" {\n}\n', 'a Terraform configuration', 'does not read'],
  ])('is not what the file is: %j', async (value, name, remedy) => {
    const opened = await read(value)
    expect(opened).toMatchObject({ kind: 'unreadable', errors: [{ code: 'OTHER_FILE', path: '' }] })
    const message = opened.kind === 'unreadable' ? opened.errors[0]?.message : ''
    expect(message).toContain(`This is ${name}`)
    expect(message).toContain(remedy)
  })

  it('that is invalid is saved as typed', () => {
    expect(JSON.parse(wizardFileText({ ...example, stage: 'UPPER' }))).toEqual({ ...example, stage: 'UPPER' })
  })
})

describe('a shared link', () => {
  it('carries the document in the fragment alone', () => {
    globalThis.location = { origin: 'https://wizard.example' } as Location
    const url = new URL(sharedLink(example))
    expect([url.origin, url.pathname, url.search]).toEqual(['https://wizard.example', '/', ''])
    expect(readSharedLink(url.hash)).toEqual({ kind: 'valid', values: example })
  })

  it('that was cut short says so', () => {
    globalThis.location = { origin: 'https://wizard.example' } as Location
    const { hash } = new URL(sharedLink(example))
    expect(readSharedLink(hash.slice(0, 40))).toMatchObject({
      kind: 'unreadable',
      errors: [{ message: expect.stringContaining('link') }],
    })
  })
})

it('on the page of the doctor, another file is for the doctor, which says what to give instead', async () => {
  const terraform = new TextEncoder().encode('resource "aws_cognito_user_pool" "users" {\n}\n')
  expect(await readWizardFile(terraform, 'main.tf')).toMatchObject({ kind: 'unreadable' })
  expect(await readWizardFile(terraform, 'main.tf', true)).toMatchObject({ kind: 'template' })
  expect(
    await readWizardFile(new TextEncoder().encode('{ "version": 1 }'), 'wizard.json', true),
  ).not.toMatchObject({
    kind: 'template',
  })
})
