import { afterAll, expect } from 'vitest'

// The files of a worker share its process: a folder or variable that one of them leaves would decide what the next one finds.
const stateNow = () => ({
  folder: process.cwd(),
  variables: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))),
})
const before = stateNow()
afterAll(() => expect(stateNow(), 'the folder and the variables of the process').toEqual(before))
