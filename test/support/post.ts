import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailWay } from '../../src/ways.ts'

/* Servers of this machine that take what leaves the house: real ones, written by others. */

export interface Received extends ParsedMail {
  /** as it came, with every header */
  source: string
  /** how the other side called itself */
  greeting: string
}

export interface MailServer {
  way: MailWay
  mails: Received[]
  /** pulls the plug on everybody who is connected */
  cut(): void
  close(): Promise<void>
}

const from = 'notice@mail.example'

/** Takes every mail, unless it is told otherwise. */
export async function aMailServer(more: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const mails: Received[] = []
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true },
    onData(stream, session, taken) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const source = Buffer.concat(chunks).toString()
        mails.push({ ...(await simpleParser(source)), source, greeting: session.hostNameAppearsAs })
        taken()
      })
    },
    ...more,
  })
  // what breaks here is what a test breaks
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  const address = server.server.address() as AddressInfo
  return {
    way: { host: '127.0.0.1', port: address.port, tls: 'none', from },
    mails,
    cut: () => sockets.forEach((socket) => void socket.destroy()),
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

export interface Gateway {
  url: string
  asked: { headers: IncomingHttpHeaders; body: unknown }[]
  close(): Promise<void>
}

/** Takes text messages over HTTP and answers with one status after the other, at last always with the last of them. */
export async function aGateway(statuses: number[] = [202], after?: () => void): Promise<Gateway> {
  const asked: Gateway['asked'] = []
  const server: Server = createServer((request, answer) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      asked.push({ headers: request.headers, body: JSON.parse(body) })
      if (after) after()
      const status = statuses[asked.length - 1] ?? statuses.at(-1) ?? 202
      if (status === 0) request.socket.destroy()
      else answer.writeHead(status).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    asked,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** A port at which nobody listens. */
export async function aDeadPort(): Promise<number> {
  const { way, close } = await aMailServer()
  await close()
  return way.port
}
