// Runs one Lambda function in a thread of its own. Plain JavaScript, because Node starts it without any loader.
import { parentPort, workerData } from 'node:worker_threads'

const { url, exportName, functionName, timeout } = workerData

/** @returns {Promise<{ handler?: Function, failure?: string }>} */
async function load() {
  try {
    const module = await import(url)
    const handler = module[exportName] ?? module.default?.[exportName]
    if (typeof handler !== 'function')
      return { failure: `Runtime.HandlerNotFound: there is no function ${exportName}` }
    // Node.js 24 has no callback-based handlers (Lambda guide, "Building with Node.js").
    if (handler.length > 2)
      return {
        failure: `Runtime.CallbackHandlerDeprecated: ${exportName} has a callback parameter, which nodejs24.x does not support; make it async`,
      }
    return { handler }
  } catch (error) {
    return { failure: textOf(error) }
  }
}

const textOf = error => (error instanceof Error ? (error.stack ?? String(error)) : String(error))

const loaded = load()

const contextOf = (requestId, deadline) => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:${process.env.AWS_REGION}:123456789012:function:${functionName}`,
  memoryLimitInMB: '128',
  awsRequestId: requestId,
  logGroupName: `/aws/lambda/${functionName}`,
  logStreamName: 'local',
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
})

// Calls and replies travel in lists, those of one turn of the event loop together: a message costs more than a call.
let replies = []
const flush = () => {
  if (replies.length > 0) parentPort.postMessage(replies)
  replies = []
}
const reply = message => {
  if (replies.push(message) === 1) setImmediate(flush)
}
// A function that ends its process takes no finished call with it.
process.on('exit', flush)

parentPort.on('message', calls => {
  for (const call of calls) run(call)
})

async function run({ id, event, requestId }) {
  const { handler, failure } = await loaded
  if (!handler) return reply({ id, error: failure })
  try {
    const result = await handler(JSON.parse(event), contextOf(requestId, Date.now() + timeout))
    reply({ id, result: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    reply({ id, error: textOf(error) })
  }
}
