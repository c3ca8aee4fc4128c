import type { Mapping } from '../../template/value'
import type { Line } from '../../text/line'
import { inSub, referenceName } from '../../text/reference'
import { scalar } from '../../text/scalar'
import { yaml } from '../../text/yaml'

/** Entries of a mapping that is `level` mappings deep. A reference is a placeholder: `"${UserPool.Arn}"`. */
export const lines = (mapping: Mapping, level: number): Line[] =>
  yaml(
    mapping,
    intrinsic =>
      scalar(
        intrinsic.fn === 'Sub'
          ? intrinsic.parts.map(part => inSub(part)).join('')
          : `\${${referenceName(intrinsic)}}`,
        true,
      ),
    '  '.repeat(level),
  )
