// A loader for Turbopack: replaces a module by a bundle of it and all that it imports. esbuild drops unused parts of a
// package also where its modules import each other as whole namespaces, as zod's do; Turbopack keeps those.
const { build } = require('esbuild')

module.exports = async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [this.resourcePath],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0].text
}
