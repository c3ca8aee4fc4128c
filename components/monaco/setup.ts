// The only module that imports Monaco. Load it with import(): it needs a window and is larger than the rest of the page.
import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import type { Grammar } from './grammar'
import { hcl } from './hcl'
import { json } from './json'
import { typescript } from './typescript'
import { yaml } from './yaml'

declare global {
  var MonacoEnvironment: monaco.Environment | undefined
}

globalThis.MonacoEnvironment = {
  // Bundlers recognise this form and put the worker into files of this origin; any other would need a blob: address.
  getWorker: () =>
    new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module', name: 'monaco-editor' }),
}

const grammars: Readonly<Record<string, Grammar>> = { hcl, json, typescript, yaml }
for (const [id, { configuration, tokens }] of Object.entries(grammars)) {
  monaco.languages.register({ id })
  monaco.languages.setLanguageConfiguration(id, configuration)
  monaco.languages.setMonarchTokensProvider(id, tokens)
}

export { monaco }
export type CodeEditor = monaco.editor.IStandaloneCodeEditor
