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

/** Why the house is not served: a sentence for whoever starts it, instead of a stack. */
export class NotServed extends Error {}

/** `--port` and `--data` win over PORT, DATA and KEY_FILE. Throws NotServed when a value cannot be used. */
export function launch(data = 'data/store'): Launch {
  const { argv, env } = process
  const values = optionsIn(argv.slice(2))
  const port = Number(values.port ?? env.PORT ?? 4321)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new NotServed(`--port ${values.port ?? env.PORT}: not a port number.`)
  const folder = resolve(values.data ?? env.DATA ?? data)
  return {
    port,
    host: values.host ?? env.HOST ?? '127.0.0.1',
    data: folder,
    keyFile: resolve(env.KEY_FILE ?? `${folder}.key`),
  }
}

function optionsIn(args: string[]): { port?: string; data?: string; host?: string } {
  const options = { port: { type: 'string' }, data: { type: 'string' }, host: { type: 'string' } } as const
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new NotServed(`${(error as Error).message} Known: --port, --data, --host.`)
  }
}
