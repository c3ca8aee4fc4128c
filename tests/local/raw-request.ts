import { connect } from 'node:net'

/** A response as it came over a socket. */
export interface RawResponse {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** Sends `text` as is and reads until the server closes the connection, which the text has to ask for. */
export function sendRaw(url: string, text: string): Promise<RawResponse> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text))
    socket.setEncoding('utf8')
    socket.on('data', part => {
      received += part
    })
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', body = ''] = received.split(/\r\n\r\n(.*)/s)
      const [first = '', ...lines] = head.split('\r\n')
      const headers = new Headers(
        lines.map((line): [string, string] => [
          line.slice(0, line.indexOf(':')),
          line.slice(line.indexOf(':') + 1).trim(),
        ]),
      )
      const chunks = headers.get('transfer-encoding') === 'chunked'
      resolve({
        status: Number(first.split(' ')[1]),
        headers,
        body: chunks ? body.replace(/(?:^|\r\n)[0-9a-f]+\r\n/g, '').trimEnd() : body,
      })
    })
  })
}
