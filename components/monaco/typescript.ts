import { brackets, type Grammar } from './grammar'

/** TypeScript as the CDK output writes it: enough to tell keys, types, keywords, text and comments apart. */
export const typescript: Grammar = {
  configuration: { brackets, comments: { lineComment: '//', blockComment: ['/*', '*/'] } },
  tokens: {
    keywords: [
      ...[
        'as',
        'async',
        'await',
        'class',
        'const',
        'constructor',
        'default',
        'else',
        'export',
        'extends',
        'for',
      ],
      ...['from', 'function', 'if', 'import', 'in', 'interface', 'let', 'new', 'of', 'private', 'readonly'],
      ...[
        'return',
        'satisfies',
        'static',
        'super',
        'this',
        'throw',
        'type',
        'typeof',
        'public',
        'implements',
      ],
    ],
    literals: ['true', 'false', 'null', 'undefined'],
    tokenizer: {
      root: [[/\}/, 'delimiter'], { include: '@code' }],
      code: [
        [/\/\/.*$/, 'comment'],
        [/\/\*/, 'comment', '@comment'],
        [/[a-z_$][\w$]*(?=\??:\s)/, { cases: { '@keywords': 'tag', '@default': 'key' } }],
        [/[a-z_$][\w$]*/, { cases: { '@keywords': 'tag', '@literals': 'number', '@default': 'identifier' } }],
        [/[A-Z][\w$]*/, 'type'],
        [/\d[\d_.]*/, 'number'],
        [/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/, 'string'],
        [/`/, 'string', '@template'],
        [/[{}()[\];,.<>=+\-*/!?:&|@]/, 'delimiter'],
      ],
      comment: [
        [/[^*]+/, 'comment'],
        [/\*\//, 'comment', '@pop'],
        [/\*/, 'comment'],
      ],
      template: [
        [/\$\{/, 'tag', '@hole'],
        [/(?:[^`\\$]|\\.|\$(?!\{))+/, 'string'],
        [/`/, 'string', '@pop'],
      ],
      hole: [[/\}/, 'tag', '@pop'], { include: '@code' }],
    },
  },
}
