import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Result, refused } from '../result'

/** A module that Node can import, and what a worker needs for it. */
export interface Runnable {
  readonly url: string
  readonly execArgv: readonly string[]
  /** Removes what was written for it. */
  dispose(): void
}

const asIs = (file: string, execArgv: readonly string[] = []): Runnable => ({
  url: pathToFileURL(file).href,
  execArgv,
  dispose: () => {},
})

/**
 * Makes a handler's file runnable: JavaScript as is; TypeScript by Node's own type stripping, or with the esbuild or
 * tsx that is installed next to the handler. None is part of this package: esbuild alone is 10 MB.
 */
export async function runnable(file: string): Promise<Result<Runnable>> {
  if (!/\.m?ts$/.test(file)) return { ok: true, value: asIs(file) }
  if ('typescript' in process.features && process.features.typescript) return { ok: true, value: asIs(file) }
  const require = createRequire(file)
  const esbuild = resolveFrom(require, 'esbuild')
  if (esbuild !== undefined) return bundled(file, esbuild)
  const tsx = resolveFrom(require, 'tsx')
  if (tsx !== undefined) return { ok: true, value: asIs(file, ['--import', pathToFileURL(tsx).href]) }
  return refused(
    `${path.basename(file)} is TypeScript, which Node ${process.version} does not run: npm install --save-dev esbuild (or use Node 22.18 or later)`,
  )
}

function resolveFrom(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name)
  } catch {
    return undefined
  }
}

interface Esbuild {
  build(options: object): Promise<unknown>
}

async function bundled(file: string, esbuild: string): Promise<Result<Runnable>> {
  const { default: bundler }: { readonly default: Esbuild } = await import(pathToFileURL(esbuild).href)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'local-handler-'))
  const outfile = path.join(folder, 'handler.mjs')
  const url = pathToFileURL(file).href
  try {
    await bundler.build({
      entryPoints: [file],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: `node${process.versions.node}`,
      sourcemap: 'inline',
      logLevel: 'silent',
      define: {
        'import.meta.url': JSON.stringify(url),
        'import.meta.dirname': JSON.stringify(path.dirname(file)),
        'import.meta.filename': JSON.stringify(file),
      },
      // Packages in CommonJS call require, which an ES module lacks.
      banner: {
        js: `import{createRequire as __local}from'node:module';const require=__local(${JSON.stringify(url)});`,
      },
    })
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    return refused(error instanceof Error ? error.message : String(error))
  }
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
  return {
    ok: true,
    value: {
      url: pathToFileURL(outfile).href,
      execArgv: [],
      dispose: () => rmSync(folder, { recursive: true, force: true }),
    },
  }
}
