import type { Endpoint, LambdaFunction } from '../../model/model'
import { functionKey } from '../../model/staged-names'

/** The framework's own logical id of a method (`ApiGatewayMethodOrdersIdVarGet`), for what must refer to it. */
export const methodLogicalId = ({ path, method }: Pick<Endpoint, 'path' | 'method'>): string =>
  `ApiGatewayMethod${path.split('/').map(normalizePart).join('')}${capital(method.toLowerCase())}`

/** The framework's own logical id of a function (`OrdersLambdaFunction`), for what must refer to it. */
export const functionLogicalId = (node: Pick<LambdaFunction, 'id'>): string =>
  `${capital(functionKey(node))}LambdaFunction`

// As `normalizePathPart` and `normalizeMethodName` do in the framework's lib/plugins/aws/lib/naming.js.
const normalizePart = (part: string): string =>
  capital(
    part
      .toLowerCase()
      .replaceAll('-', 'Dash')
      .replace(/\{(.*)\}/g, '$1Var')
      .replace(/[^0-9A-Za-z]/g, ''),
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
