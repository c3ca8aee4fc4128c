import { brackets, type Grammar } from './grammar'

/** HCL as the Terraform output writes it: block types, keys, references, text with `${…}`, and heredocs. */
export const hcl: Grammar = {
  configuration: { brackets, comments: { lineComment: '#' } },
  tokens: {
    keywords: ['data', 'locals', 'output', 'provider', 'resource', 'terraform', 'variable'],
    literals: ['true', 'false', 'null'],
    tokenizer: {
      root: [
        [/#.*$/, 'comment'],
        [/[ \t]+/, 'white'],
        // A word at the start of a line is a block or a key; a quoted key is one too.
        [/^(\w+)(?=[^=\n]*\{\s*$)/, { cases: { '@keywords': 'type', '@default': 'key' } }],
        [/(?:[A-Za-z_]\w*|"(?:[^"\\]|\\.)*")(?=\s*=(?!=))/, 'key'],
        [/[A-Za-z_][\w-]*(?=\s*\{)/, 'key'],
        { include: '@expression' },
      ],
      expression: [
        [/<<-?(\w+)$/, { token: 'delimiter', next: '@heredoc.$1' }],
        [/"/, 'string', '@text'],
        [/-?\d+(?:\.\d+)?/, 'number'],
        [/[A-Za-z_]\w*(?=\()/, 'identifier'],
        [/[A-Za-z_][\w-]*(?:\.[\w-]+)*/, { cases: { '@literals': 'number', '@default': 'tag' } }],
        [/[{}[\]()=,.:<>!&|?]/, 'delimiter'],
      ],
      text: [
        [/\$\{/, { token: 'delimiter', next: '@reference' }],
        [/(?:[^"\\$]|\\.|\$\$\{|\$(?!\{))+/, 'string'],
        [/"/, 'string', '@pop'],
      ],
      reference: [
        [/\}/, { token: 'delimiter', next: '@pop' }],
        [/[ \t]+/, 'white'],
        { include: '@expression' },
      ],
      heredoc: [
        [/^\s*(\w+)$/, { cases: { '$1==$S2': { token: 'delimiter', next: '@pop' }, '@default': 'string' } }],
        [/.+$/, 'string'],
      ],
    },
  },
}
