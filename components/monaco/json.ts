import { brackets, type Grammar } from './grammar'

/** Monaco's own colours for JSON live in its language service, a worker of half a megabyte. */
export const json: Grammar = {
  configuration: { brackets },
  tokens: {
    tokenizer: {
      root: [
        [/"(?:Ref|Fn::\w+)"(?=\s*:)/, 'tag'],
        [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
        [/"/, 'string', '@text'],
        [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
        [/\b(?:true|false|null)\b/, 'number'],
        [/[{}[\],:]/, 'delimiter'],
      ],
      text: [
        [/\$\{[^}]*\}/, 'tag'],
        [/(?:[^"\\$]|\\.|\$(?!\{))+/, 'string'],
        [/"/, 'string', '@pop'],
      ],
    },
  },
}
