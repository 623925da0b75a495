import type { Server } from 'node:http'
import { createServer as createSealedServer } from 'node:https'
import { serve } from '@hono/node-server'
import type { Launch } from '../settings.ts'
import { NotServed } from '../ways.ts'
import type { readTls } from './tls.ts'

type Fetch = Parameters<typeof serve>[0]['fetch']
const mostConnections = 200
/** How long an answer that is under way may take, in milliseconds, when the server is told to stop. */
const underWay = 30_000

/** Resolves with a server that takes requests; throws NotServed when its port is taken. */
export function listening(
  fetch: Fetch,
  { port, host: hostname }: Launch,
  sealed?: ReturnType<typeof readTls>,
): Promise<Server> {
  const limits = { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 }
  const how = sealed
    ? { createServer: createSealedServer, serverOptions: { ...limits, ...sealed } }
    : { serverOptions: limits }
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname, ...how }, () => resolve(server as Server)) as Server
    server.maxConnections = mostConnections
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new NotServed(`Port ${port} is in use: choose another with --port.`) : error,
      ),
    )
  })
}

/** Takes nothing new, and resolves when all that is under way was answered, or had its time. */
export function answered(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // whoever was just answered is not waited for to ask for something else
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    const late = setTimeout(() => server.closeAllConnections(), underWay)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}
