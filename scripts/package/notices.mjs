import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { at } from '../run.mjs'

/** Folder of the package that a bundled file comes from, relative to the project; undefined for our own files. */
const packageOf = file => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]

/**
 * The licence of every package that the bundled files come from, as the packages ship them. Throws when a package has no
 * licence file: it must not be published until that is resolved.
 */
export function notices(files, root = at()) {
  const folders = [...new Set(files.map(packageOf).filter(Boolean))].sort()
  const parts = folders.map(folder => {
    const absolute = path.join(root, folder)
    const { name, version, license } = JSON.parse(readFileSync(path.join(absolute, 'package.json'), 'utf8'))
    const texts = (existsSync(absolute) ? readdirSync(absolute) : [])
      .filter(file => /^(?:licen[cs]e|notice|copying)(?:[.-].*)?$/i.test(file))
      .sort()
      .map(file => readFileSync(path.join(absolute, file), 'utf8').trim())
    if (!texts.some(text => text !== ''))
      throw new Error(`${name} ${version} has no licence file, so it cannot be bundled`)
    return `${name} ${version} (${license})\n${'-'.repeat(72)}\n${texts.join('\n\n')}\n`
  })
  return `This package contains the following packages, under their own licences.\n\n${parts.join('\n\n')}`
}
