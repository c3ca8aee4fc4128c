import { choice, group, list, optional, text } from './field-kinds'
import { FINDING_CODES } from './finding-code'

const acknowledgedFinding = group(
  {
    code: choice(FINDING_CODES, {
      label: 'Finding',
      help: 'The code of the finding.',
      example: 'PUBLIC_ENDPOINT',
    }),
    at: optional(
      text({
        label: 'Subject',
        help: 'METHOD /path, client name, full scope or identifier; left out for the document itself.',
        example: 'GET /products',
        // A method, a space and a path.
        max: 1040,
      }),
    ),
  },
  { label: 'Acknowledged finding', help: 'A finding that counts as done.' },
)

/** Findings that are meant: they count as done. */
export const acknowledged = list(acknowledgedFinding, {
  label: 'Acknowledged findings',
  help: 'Findings that count as done.',
  max: 1000,
  many: 'acknowledged findings',
  unique: true,
})
