import fs from 'node:fs'
import path from 'node:path'
import { inProject } from './project'

const root = path.resolve(import.meta.dirname, '../../..')

type Names = Readonly<Record<string, string>>

/** A package in a lock file, by its place: `node_modules/aws-cdk-lib`. */
interface Locked {
  readonly dependencies?: Names
  readonly optionalDependencies?: Names
  readonly peerDependencies?: Names
}

type Lock = Readonly<Record<string, Locked>>

export interface Wanted {
  readonly dependencies?: Names
  readonly devDependencies?: Names
}

const packagesOf = (file: string): Lock => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages

/**
 * Installs what a project wants in the versions of our own lock file. The newest versions change from day to day, and a
 * registry may have one without what it requires.
 *
 * npm finds our own packages in the folder, as a run before could have left them: unpacking them once more takes it 20
 * seconds. It decides what of them stays: it removes what the project does not ask for, fetches what is missing, and
 * replaces what the lock file does not know.
 */
export async function install(folder: string, wanted: Wanted): Promise<void> {
  const lock = { lockfileVersion: 3, requires: true }
  const write = (name: string, packages: object) =>
    fs.writeFileSync(path.join(folder, name), JSON.stringify({ ...lock, packages }))
  write('package-lock.json', { ...packagesOf('package-lock.json'), '': wanted })
  const ours = packagesOf('node_modules/.package-lock.json')
  const places = placesOf({ ...wanted.dependencies, ...wanted.devDependencies }, ours)
  for (const place of places) linkFiles(path.join(root, place), path.join(folder, place))
  write('node_modules/.package-lock.json', Object.fromEntries(places.map(place => [place, ours[place]])))
  await inProject(folder, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund')
}

/** Where the packages are, and those that they require. What is not there is left to npm. */
function placesOf(names: Names, lock: Lock): readonly string[] {
  const places = new Set<string>()
  const add = (required: Names, from: string): void => {
    for (const name of Object.keys(required)) {
      const place = placeOf(name, from, lock)
      if (place === undefined || places.has(place)) continue
      places.add(place)
      const { dependencies, optionalDependencies, peerDependencies } = lock[place]!
      add({ ...dependencies, ...optionalDependencies, ...peerDependencies }, place)
    }
  }
  add(names, '')
  return [...places].sort()
}

/** As Node looks for a package: below the one that asks, or below one of those around it. */
function placeOf(name: string, from: string, lock: Lock): string | undefined {
  const place = path.posix.join(from, 'node_modules', name)
  if (place in lock) return place
  return from === ''
    ? undefined
    : placeOf(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), lock)
}

/** Links the files, or copies them where the temporary folder is on another disk. npm replaces files, it changes none. */
function linkFiles(from: string, to: string): void {
  if (fs.existsSync(to)) return
  fs.mkdirSync(to, { recursive: true })
  const place = fs.statSync(from).dev === fs.statSync(to).dev ? fs.linkSync : fs.copyFileSync
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) linkFiles(source, target)
    else place(source, target)
  }
}
