import { brackets, type Grammar } from './grammar'

/** YAML as our outputs write it, with CloudFormation's tags and both tools' `${…}` variables standing out. */
export const yaml: Grammar = {
  configuration: { brackets, comments: { lineComment: '#' }, folding: { offSide: true } },
  tokens: {
    tokenizer: {
      root: [
        [/#.*$/, 'comment'],
        [/[ \t]+/, 'white'],
        [/-(?=\s|$)/, 'delimiter'],
        [/(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s#'"[{!&*|>-][^#:]*(?::[^\s#:]+)*)(?=:(?:\s|$))/, 'key'],
        [/:(?=\s|$)/, 'delimiter'],
        [/![\w:]+/, 'tag'],
        [/[|>][0-9+-]*$/, { token: 'delimiter', next: '@block' }],
        [/(?:true|false|null|~|[+-]?\d+(?:\.\d+)?)(?=\s*(?:#.*)?$)/, 'number'],
        [/"/, 'string', '@double'],
        [/'/, 'string', '@single'],
        [/[[\]{},](?=\s|$|[\]},])/, 'delimiter'],
        [/\[/, 'delimiter'],
        { include: '@plain' },
      ],
      plain: [
        [/\$\{[^}]*\}/, 'tag'],
        [/(?:[^\s#$'"]|\$(?!\{)|#)(?:[^\s$]|\$(?!\{))*/, 'string'],
        [/\$/, 'string'],
      ],
      double: [
        [/\$\{[^}]*\}/, 'tag'],
        [/(?:[^"\\$]|\\.|\$(?!\{))+/, 'string'],
        [/"/, 'string', '@pop'],
      ],
      single: [
        [/\$\{[^}]*\}/, 'tag'],
        [/(?:[^'$]|''|\$(?!\{))+/, 'string'],
        [/'/, 'string', '@pop'],
      ],
      // The first line decides how far a block of text is indented; the first line with less ends it.
      block: [
        [/^( +).*$/, { token: 'string', switchTo: '@blockOf.$1' }],
        [/^\s*$/, 'string'],
        [/^(?=\S)/, { token: '@rematch', next: '@pop' }],
      ],
      blockOf: [
        [/^\s*$/, 'string'],
        [/^( *).*$/, { cases: { '$1~$S2.*': 'string', '@default': { token: '@rematch', next: '@pop' } } }],
      ],
    },
  },
}
