// A loader for Turbopack: replaces a module by a bundle of it and all that it imports. esbuild drops unused parts of a
// package also where its modules import each other as whole namespaces, as zod's do, or where one file has all of them, as
// js-yaml's does; Turbopack keeps those.
const { readFile } = require('node:fs/promises')
const { build } = require('esbuild')

/** Variables of a module that are more than a number or a text: what a call, a spread or a property does, no bundler knows. */
const MADE = /^var (\S+) = (?!class\b|-?\d|"[^"]*";$)(.*?);$(?=\n[^\s})\]`])/gms
/** An error of js-yaml quotes the lines around it; pages show the place in the text instead. */
const QUOTE = 'mark.snippet = makeSnippet(mark);'

/**
 * Lets esbuild drop the tags, schemas and patterns that js-yaml makes when it is loaded. It drops a call that is marked as
 * pure only where no argument may have an effect, so each becomes the call of a function without arguments. Half a statement
 * between the brackets would be no valid code, and end the build.
 */
const droppableYaml = {
  name: 'droppable parts of js-yaml',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]js-yaml[\\/].*\.mjs$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      return { contents: code.replace(MADE, 'var $1 = /* @__PURE__ */ (() => ($2))();').replace(QUOTE, '') }
    })
  },
}

module.exports = async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [this.resourcePath],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    plugins: [droppableYaml],
  })
  return outputFiles[0].text
}
