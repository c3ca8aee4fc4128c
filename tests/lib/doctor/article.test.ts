import { describe, expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const problemOf = (text: string) => {
  const [file] = diagnose([{ path: 'post.md', text }]).files
  return file?.read === 'refused' ? file.problems[0] : undefined
}

const TEMPLATE = 'Resources:\n  Users:\n    Type: AWS::Cognito::UserPool\n'
const PROSE = 'Here is the template that I use, and an access token still gets 401.'

describe('a template inside other text', () => {
  it.each([
    ['a code block', `# 401\n\nThe template:\n\n\`\`\`yaml\n${TEMPLATE}\`\`\`\n`, 6],
    ['a code block with a comment first', `# 401\n~~~\n# notes.yaml\n${TEMPLATE}~~~\n`, 3],
    ['the second code block', `\`\`\`sh\nsam deploy\n\`\`\`\n\n\`\`\`yaml\n${TEMPLATE}\`\`\`\n`, 6],
    ['lines after a fence inside a sentence', `${PROSE} I put \`\`\`yaml before it.\n\n${TEMPLATE}`, 3],
    ['indented lines', `${PROSE}\n\n${TEMPLATE.replace(/^/gm, '    ')}\n`, 3],
    ['lines at the margin', `${PROSE}\r\n\r\n${TEMPLATE}`, 3],
    [
      'a part of a template',
      `${PROSE}\n\n    Type: AWS::Cognito::UserPoolClient\n      ClientName: web\n`,
      3,
    ],
    ['an OpenAPI document', `${PROSE}\n\nopenapi: 3.0.1\npaths: {}\n`, 3],
  ])('is named by its first line: %s', (_, text, line) => {
    expect(problemOf(text)).toEqual({
      line,
      column: 1,
      message: `This is a text with a template in it, not a template. Copy the template, which starts at line ${line}, into a file of its own.`,
    })
  })

  it.each([
    ['a template with a fault', `${TEMPLATE}  Broken: [\n`],
    ['sentences in comments', `# ${PROSE}\n${TEMPLATE}  Broken: [\n`],
    ['sentences in a description', `Description: >\n  ${PROSE}\n${TEMPLATE}  Broken: [\n`],
    ['prose without a template', `${PROSE}\n`],
  ])('is not seen in %s', (_, text) => {
    expect(problemOf(text)?.message).toBeDefined()
    expect(problemOf(text)?.message).not.toContain('a text with a template')
  })
})
