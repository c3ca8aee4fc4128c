import fs from 'node:fs'
import path from 'node:path'
import { type Diagnosis, diagnose } from '../../../lib/doctor/diagnose'

const inputs = path.join(import.meta.dirname, 'inputs')

/** The input files, in the order of their names. */
export const inputNames: readonly string[] = fs
  .readdirSync(inputs)
  .filter(name => name !== 'expected.json')
  .sort()

export const inputText = (name: string): string => fs.readFileSync(path.join(inputs, name), 'utf8')

const templates = path.join(import.meta.dirname, 'templates')

/** Templates as people write them, with paths as their files refer to each other. */
export const templatesOf = (...names: readonly string[]) =>
  names.map(name => ({ path: name, text: fs.readFileSync(path.join(templates, name), 'utf8') }))

/** The templates that belong together, as `expected.json` lists them. */
export const templateSets = Object.keys(
  JSON.parse(fs.readFileSync(path.join(templates, 'expected.json'), 'utf8')),
).map(names => templatesOf(...names.split(' ')))

const spellings = path.resolve(import.meta.dirname, '../read/spellings')

/** Other spellings of the same, and what is missing or cannot be known: nobody's file has so many of them. */
const spelled = fs
  .readdirSync(spellings, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.\w+$/.test(name))
  .sort()
  .map(name => ({ path: name, text: fs.readFileSync(path.join(spellings, name), 'utf8') }))

const inFolder = (folder: string) => spelled.filter(({ path }) => path.startsWith(`${folder}/`))
const stacks = inFolder('stacks')

/** Each by itself, or with the files that it names; the stacks that belong together, and answers of one API. */
export const spellingSets = [
  ...spelled
    .filter(({ path }) => !path.includes('/'))
    .map(file => (file.text.includes('stacks/') ? [file, ...stacks] : [file])),
  [...spelled.filter(({ path }) => path === 'routes.yaml'), ...stacks],
  inFolder('answers'),
]

/** The templates that are one file and may have parameters. */
export const singleTemplates = fs
  .readdirSync(templates)
  .filter(
    name =>
      name.includes('.') &&
      !/^(?:nested-|functions|serverless-v|serverless-shared|expected|snapshot|get-resources)/.test(name),
  )
  .flatMap(name => templatesOf(name).map(({ text }) => ({ name, text })))

/** Ways to write authorizers and events that people use. */
export function idiomsOf(format: 'sam' | 'serverless') {
  const folder = path.join(import.meta.dirname, 'idioms', format)
  return fs
    .readdirSync(folder)
    .map(name => ({ path: name, text: fs.readFileSync(path.join(folder, name), 'utf8') }))
}

export const diagnoseText = (text: string, name = 'template.yaml'): Diagnosis =>
  diagnose([{ path: name, text }])

/** The golden outputs of one case that the doctor reads, by file name. */
export function goldens(): readonly { readonly name: string; readonly text: string }[] {
  const cases = path.resolve(import.meta.dirname, '../../cases')
  return fs.readdirSync(cases).flatMap(folder =>
    [
      'cloudformation.yaml',
      'cloudformation-json.json',
      'sam.yaml',
      'serverless.yaml',
      'openapi.yaml',
    ].flatMap(file => {
      const from = path.join(cases, folder, file)
      return fs.existsSync(from) ? [{ name: `${folder}/${file}`, text: fs.readFileSync(from, 'utf8') }] : []
    }),
  )
}
