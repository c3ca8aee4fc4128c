// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import OpenProblems from '@/components/shell/open-problems'
import { example } from '@/lib/document/example'
import { readDocument } from '@/lib/document/read-document'

afterEach(cleanup)

function open(document: unknown) {
  const opened = readDocument(document)
  if (opened.kind === 'valid') throw new Error('nothing is wrong with it')
  const [onOpen, onClose] = [vi.fn(), vi.fn()]
  render(<OpenProblems fileName="wizard.json" opened={opened} onOpen={onOpen} onClose={onClose} />)
  return { onOpen, onClose }
}
const button = (name: string) => screen.getByRole('button', { name })
const title = () => screen.getByRole('dialog').querySelector('h2')?.textContent

describe('the dialog about a document with problems', () => {
  it('fixes each problem by its button, and then opens the document', async () => {
    const user = userEvent.setup()
    const { onOpen, onClose } = open({ ...example, clients: 'x', colour: 'red' })
    expect(title()).toBe('Cannot open wizard.json')
    expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull()
    await user.click(button('Remove "colour"'))
    expect(screen.queryByText('colour')).toBeNull()
    await user.click(button('Fix all'))
    expect(title()).toBe('Problems in wizard.json')
    await user.click(button('Open and repair'))
    expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ service: example.service })
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('opens at once what is valid after a fix', async () => {
    const user = userEvent.setup()
    const { onOpen } = open({ ...example, version: '1' })
    await user.click(button('Set the version to 1'))
    await user.click(button('Open'))
    expect(onOpen).toHaveBeenCalledWith(example)
  })

  it('offers no change of a document of a later version', () => {
    open({ ...example, version: 9, clients: 'x' })
    expect(title()).toBe('Cannot open wizard.json')
    expect(screen.getByRole('dialog').textContent).toContain('version 9')
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Keep current document',
    ])
  })

  it('closes by Escape and changes nothing', async () => {
    const user = userEvent.setup()
    const { onOpen, onClose } = open({ ...example, service: 'Not A Name' })
    await user.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledTimes(1)
    expect(onOpen).not.toHaveBeenCalled()
  })
})
