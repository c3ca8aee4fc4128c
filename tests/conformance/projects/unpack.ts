import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'

const infoZip = spawnSync('unzip', ['-v']).status === 0

/** Unpacks a zip as its reader would: by Info-ZIP where it is installed, and from its central directory otherwise. */
export function unpack(zip: Uint8Array, folder: string): void {
  fs.mkdirSync(folder, { recursive: true })
  if (infoZip) unpackByInfoZip(zip, folder)
  else for (const file of entriesOf(Buffer.from(zip))) write(folder, file)
}

function unpackByInfoZip(zip: Uint8Array, folder: string): void {
  const file = `${folder}.zip`
  fs.writeFileSync(file, zip)
  const { status, stderr } = spawnSync('unzip', ['-q', '-o', file, '-d', folder], { encoding: 'utf8' })
  fs.rmSync(file)
  if (status !== 0) throw new Error(`unzip: ${stderr}`)
}

interface Entry {
  readonly name: string
  readonly mode: number
  readonly bytes: Buffer
}

/** PKWARE's APPNOTE, 4.3.12 central directory header, 4.3.16 its end, 4.3.7 local file header. */
export function entriesOf(zip: Buffer): readonly Entry[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = zip.readUInt32LE(end + 16)
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    const entry = {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      mode: zip.readUInt16LE(at + 40) & 0o777,
      bytes: zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed),
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    return entry
  })
}

function write(folder: string, { name, mode, bytes }: Entry): void {
  const file = path.join(folder, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, bytes)
  fs.chmodSync(file, mode)
}

/** Every file below `folder`: its path with forward slashes → its mode and its bytes. */
export function filesIn(
  folder: string,
): Readonly<Record<string, { readonly mode: number; readonly text: string }>> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    names
      .map(name => [name, fs.statSync(path.join(folder, name))] as const)
      .filter(([, stat]) => stat.isFile())
      .map(([name, { mode }]) => [
        name.replaceAll(path.sep, '/'),
        { mode: mode & 0o777, text: fs.readFileSync(path.join(folder, name), 'utf8') },
      ])
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  )
}
