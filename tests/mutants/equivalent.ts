/** A mutant that no test can notice, because it behaves like the source. */
export interface Equivalent {
  readonly file: string
  /** The line of the source, without the space around it. */
  readonly line: string
  readonly before: string
  readonly after: string
  /** Why nothing that can be observed changes. */
  readonly because: string
}

export const equivalents: readonly Equivalent[] = [
  ...['8191', '8193'].map(after => ({
    file: 'lib/share/base64url.ts',
    line: 'const CHUNK = 8192',
    before: '8192',
    after,
    because: 'the text does not depend on how many bytes are turned into characters at a time',
  })),
  {
    file: 'lib/share/base64url.ts',
    line: 'for (let at = 0; at < bytes.length; at += CHUNK)',
    before: '<',
    after: '<=',
    because: 'one more chunk is read at most, and it is empty',
  },
  ...['1023', '1025'].map(after => ({
    file: 'lib/share/inflate.ts',
    line: 'const STEP = 1024',
    before: '1024',
    after,
    because: 'the bytes do not depend on the step, only how much is inflated before the limit is checked',
  })),
  {
    file: 'lib/document/rules/domain-prefix.ts',
    line: "if (source === 'existing' || prefix === undefined) return",
    before: "'existing'",
    after: "''",
    because: 'an existing pool has no such field: that is the error of its path, and a path has one error',
  },
  ...[
    'UserPool',
    'UserPoolDomain',
    'UserPoolId',
    'Stage',
    'Api',
    'ApiStage',
    'Authorizer',
    'Deployment',
    'FunctionRole',
  ].map(id => ({
    file: 'lib/model/nodes.ts',
    line: `'${id}',`,
    before: `'${id}'`,
    after: "''",
    because: 'every id ends in its kind, and none of the kinds of today is the end of this one',
  })),
  ...(['line: 1,', 'column: 1,'] as const).map(line => ({
    file: 'lib/document/json-document.ts',
    line,
    before: '1',
    after: '2',
    because: 'it is for texts that only JSON.parse rejects, and a test over random texts finds none',
  })),
  {
    file: 'lib/text/code.ts',
    line: "if (isBlank(row)) return { margin: '', parts: [] }",
    before: "''",
    after: "'_'",
    because: 'a row without text is printed as an empty line, without its margin',
  },
  {
    file: 'lib/token/base64url.ts',
    line: 'if (bits < 8) continue',
    before: '8',
    after: '7',
    because: 'bits come six at a time and go eight at a time, so there is never an odd number of them',
  },
  {
    file: 'lib/token/visible-text.ts',
    line: "return code > 0xffff ? `\\\\u{${code.toString(16)}}` : `\\\\u${code.toString(16).padStart(4, '0')}`",
    before: '>',
    after: '>=',
    because: 'U+FFFF is no character, so it is not one of the invisible ones',
  },
  {
    file: 'lib/deployed/truth.ts',
    line: 'let isAssumed = false',
    before: 'false',
    after: 'true',
    because: 'assumptions are then gathered where there are none: only the work is more',
  },
  {
    file: 'lib/read/aws-snapshot/aws-snapshot.ts',
    line: 'flow: false,',
    before: 'false',
    after: 'true',
    because: 'the key is in no text, so nothing is written next to it',
  },
  {
    file: 'lib/gateway/route.ts',
    line: 'const rank = (segment: string): number => (isGreedy(segment) ? 2 : isVariable(segment) ? 1 : 0)',
    before: '0',
    after: '-1',
    because: 'only the order of the three ranks counts',
  },
  {
    file: 'lib/doctor/about.ts',
    line: 'if (truth.is === false) return undefined',
    before: 'if (truth.is === false) return undefined',
    after: '',
    because: 'a verdict that is certainly not so is dropped later: the return only saves making its words',
  },
  {
    file: 'lib/doctor/rules/endpoint-unreachable.ts',
    line: 'if (obtainable.is) return undefined',
    before: 'if (obtainable.is) return undefined',
    after: '',
    because:
      'the verdict is then certainly not so, and dropped: the return only saves asking further questions',
  },
  {
    file: 'lib/source/difference.ts',
    line: 'if (left === right) return',
    before: 'if (left === right) return',
    after: '',
    because: 'a node does not differ from itself: the return only saves comparing what aliases share',
  },
  {
    file: 'lib/source/position.ts',
    line: "return source.text.slice(start, starts[line] ?? source.text.length).replace(/[\\r\\n]+$/, '')",
    before: '/[\\r\\n]+$/',
    after: '/[\\r\\n]*$/',
    because: 'what is removed besides is empty',
  },
  {
    file: 'lib/text/code.ts',
    line: "const [first = '', ...rest] = text.split('\\n')",
    before: "''",
    after: "'_'",
    because: 'a text that is split has at least one part; only the compiler does not know',
  },
  {
    file: 'lib/token/base64url.ts',
    line: 'const VALUES = new Int8Array(128).fill(-1)',
    before: '1',
    after: '2',
    because: 'any negative number marks a character without a value',
  },
  {
    file: 'lib/token/unwrap-token.ts',
    line: 'const found = /[A-Za-z0-9_.+/=-]*/y',
    before: '/[A-Za-z0-9_.+/=-]*/y',
    after: '/[A-Za-z0-9_.+/=-]+/y',
    because: 'it is asked where a header begins, so there is at least one of these characters',
  },
  {
    file: 'lib/read/serverless/variables.ts',
    line: "return colon === -1 ? ['', expression] : [expression.slice(0, colon), expression.slice(colon + 1)]",
    before: "''",
    after: "'_'",
    because: 'what stands before the colon is compared with the sources of variables, and neither is one',
  },
  {
    file: 'lib/doctor/prover.ts',
    line: 'if (spent <= ONE_BY_ONE) return prove(finding, counted, options)',
    before: '<=',
    after: '<',
    because: 'a cost of exactly that many characters decides how a repair is proved, not whether it is right',
  },
]
