import { fileText } from '@/lib/document/file-text'
import type { GivenFile } from '@/lib/read/read'
import { MAX_FILE } from '@/lib/source/limits'
import type { Drop } from './drop'

/** Names of files that a template may have. */
const TEMPLATE = /\.(?:ya?ml|json|template)$/i
/** Folders that contain only what others wrote. */
const SKIPPED = /(?:^|\/)(?:node_modules|\.git|\.next|\.venv|\.aws-sam\/cache)\//

/** More files of one drop are not looked at: the doctor reads 64. */
const MAX_FILES = 300
/** As many bytes as a file of one byte for each character may have, and a character that is cut. */
const FIRST_BYTES = MAX_FILE + 3

/**
 * Reads a file as text; a byte order mark stays, so that positions are those of the file. Files of more than `MAX_FILE`
 * characters are refused, so that only their beginning is read: a character has three bytes at most.
 */
async function readText(file: File): Promise<string> {
  const text = await beginningOf(file, FIRST_BYTES)
  if (text.length > MAX_FILE || file.size <= FIRST_BYTES) return text
  return beginningOf(file, FIRST_BYTES + 3 * (FIRST_BYTES - text.length))
}

const beginningOf = async (file: File, bytes: number): Promise<string> =>
  fileText(new Uint8Array(await file.slice(0, bytes).arrayBuffer()))

const pathOf = (file: File): string => file.webkitRelativePath || file.name

/** Reads the files of an input or of a drop. */
export const readFileList = (list: Iterable<File> | null): Promise<readonly GivenFile[]> =>
  Promise.all(
    [...(list ?? [])]
      .filter(file => !file.webkitRelativePath || (TEMPLATE.test(file.name) && !SKIPPED.test(pathOf(file))))
      .slice(0, MAX_FILES)
      .map(async file => ({ path: pathOf(file), text: await readText(file) })),
  )

export interface Dropped {
  readonly files: readonly GivenFile[]
  readonly isFolder: boolean
}

/** Reads dropped files as they are, and of folders those whose names may be templates. */
export async function readDrop({ files, folders }: Drop): Promise<Dropped> {
  const found: Found[] = []
  for (const folder of folders) await collect(folder, found)
  const isFolder = ({ name }: File) => folders.some(folder => folder.name === name)
  const single = files.filter(file => !isFolder(file)).map(file => ({ path: file.name, file }))
  return {
    files: await Promise.all(
      [...single, ...found].map(async ({ path, file }) => ({ path, text: await readText(file) })),
    ),
    isFolder: folders.length > 0,
  }
}

interface Found {
  readonly path: string
  readonly file: File
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject))

async function collect(entry: FileSystemEntry, found: Found[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, '')
  if (found.length >= MAX_FILES || SKIPPED.test(`${path}/`)) return
  if (isFile(entry)) {
    if (TEMPLATE.test(entry.name)) found.push({ path, file: await fileOf(entry) })
  } else if (isDirectory(entry)) for (const child of await childrenOf(entry)) await collect(child, found)
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A directory reader gives its entries in parts; an empty part is the end. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) return all
    all.push(...part)
  }
}
