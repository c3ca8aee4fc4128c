import type { languages } from 'monaco-editor/editor'

/** How one language of the outputs is coloured. Token names are those of `theme.ts`. */
export interface Grammar {
  readonly configuration: languages.LanguageConfiguration
  readonly tokens: languages.IMonarchLanguage
}

export const brackets: languages.CharacterPair[] = [
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
]
