// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { describe, expect, test } from 'vitest'
import { TextField } from '@/components/fields/text-field'
import type { FormValues } from '@/components/session/session'
import { createValues } from '@/components/session/values'
import { example } from '@/lib/document/example'
import { renderInSession } from '../in-session'

const [endpoint] = example.endpoints
const document: FormValues = {
  ...example,
  endpoints: ['/a', '/b', '/c'].map(path => ({ ...endpoint!, path })),
}

describe('the values of the form', () => {
  const form = () => {
    let made: ReturnType<typeof useForm<FormValues>> | undefined
    render(<Form />)
    function Form() {
      made = useForm<FormValues>({ defaultValues: structuredClone(document) })
      return null
    }
    if (!made) throw new Error('the form was not rendered')
    return made
  }

  test.each([
    ['a text', 'service', 'other'],
    ['a text of a list item', 'endpoints.1.path', '/other'],
    ['a list in a list item', 'endpoints.0.scopes', ['com.example.api/other']],
    ['a group that was not there', 'clients.0.tokenValidity', { accessToken: 5 }],
    ['a field of a group that was not there', 'api.cors.allowOrigins', ['https://example.com']],
    ['nothing in place of a list', 'clients.0.callbackUrls', undefined],
    ['a shorter list', 'endpoints', document.endpoints.slice(1)],
  ])('follow %s, share all other parts, and leave earlier documents alone', (_, path, value) => {
    const made = form()
    const values = createValues(made)
    values.replace(document)
    const before = values.get()
    const text = JSON.stringify(before)
    made.setValue(path as 'service', value as never)
    values.follow([path])

    const after = values.get()
    expect(after).toEqual(made.getValues())
    expect(JSON.stringify(before)).toBe(text)
    const [part = '', item = ''] = path.split('.')
    for (const [key, one] of Object.entries(after)) {
      if (key !== part) expect(one).toBe(Reflect.get(before, key))
      else if (item !== '')
        for (const [index, member] of Object.entries(Object(one)))
          if (index !== item) expect(member).toBe(Reflect.get(Reflect.get(before, key), index))
    }
    // What the form writes later does not reach a document that was read.
    const copy = structuredClone(after)
    made.setValue('endpoints.0.handler', 'src/later.handler')
    expect(values.get()).toEqual(copy)
  })

  test('take a whole list from the edit, with the items that it left alone', () => {
    const made = form()
    const values = createValues(made)
    values.replace(document)
    const [first, ...rest] = values.get().endpoints
    const edited = { ...values.get(), endpoints: rest }
    made.setValue('endpoints', rest)
    values.follow(['endpoints'], edited)
    expect(values.get().endpoints).toEqual(made.getValues().endpoints)
    for (const [i, endpoint] of rest.entries()) expect(values.get().endpoints[i]).toBe(endpoint)
    expect(first).toEqual(document.endpoints[0])
  })

  test('are those of a field at each keystroke, compiled and saved', () => {
    const { session } = renderInSession(<TextField path="endpoints.0.handler" />, document)
    const before = session.form.getValues()
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'src/typed.handler' } })
    const after = session.form.getValues()
    expect(after.endpoints[0]?.handler).toBe('src/typed.handler')
    expect(after.endpoints[1]).toBe(before.endpoints[1])
    expect(JSON.parse(session.history.current().text)).toEqual(after)
    expect(session.engine.isUnchangedSinceValid('endpoints.0.handler')).toBe(false)
  })
})
