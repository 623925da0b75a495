import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How this process was asked to run. The only reader of process.env and of the command line. */
export interface Launch {
  port: number
  host: string
  /** the data folder */
  data: string
  /** the master key: beside the data folder, never inside it */
  keyFile: string
}

/** `--port` and `--data` win over PORT, DATA and KEY_FILE. Throws a sentence when a value cannot be used. */
export function launchFrom(args: string[], env: NodeJS.ProcessEnv, data = 'data/store'): Launch {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, data: { type: 'string' }, host: { type: 'string' } },
  })
  const port = Number(values.port ?? env.PORT ?? 4321)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port}: not a port number`)
  const folder = resolve(values.data ?? env.DATA ?? data)
  return {
    port,
    host: values.host ?? env.HOST ?? '127.0.0.1',
    data: folder,
    keyFile: resolve(env.KEY_FILE ?? `${folder}.key`),
  }
}

export const launch = (data?: string): Launch => launchFrom(process.argv.slice(2), process.env, data)
