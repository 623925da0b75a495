// Over 150 lines because no other file may look at how a process was started.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import {
  type DatabaseWay,
  databaseOf,
  isLoopback,
  type MailWay,
  mailOf,
  metricsOf,
  NotServed,
  ownerOf,
  stopWaitOf,
  type TextWay,
  textOf,
} from './ways.ts'

/** How this process was asked to run. The only reader of process.env and of the command line. */
export interface Launch {
  port: number
  host: string
  /** the data folder */
  data: string
  /** the master key: a demonstration's may lie beside its data, a real one's lies elsewhere */
  keyFile: string
  /** the database that keeps everything in place of the data folder */
  database?: DatabaseWay
  /** a folder that witnesses the log: beside the key unless it is named, best on another disk */
  checkpoints?: string
  /** invented people only, and on this machine only */
  demo: boolean
  /** where people reach it, `https://saegil.example`; absent where it is served on this machine only */
  origin?: string
  /** files of a certificate and its key; absent where a proxy seals what is sent */
  tls?: { cert: string; key: string }
  /** addresses of the only peers whose X-Forwarded-For and X-Forwarded-Proto are believed */
  proxies: string[]
  /** where figures are shown to whoever watches; nowhere where absent */
  metrics?: { host: string; port: number }
  /** seconds for which requests are still taken after it was told to stop */
  stopWait?: number
  /** how mail and text messages leave the house; by hand where absent */
  mail?: MailWay
  text?: TextWay
}

type Started = Pick<NodeJS.Process, 'argv' | 'env'>

/**
 * The command line wins over PORT, HOST, DATA, ORIGIN, PROXY and CHECKPOINTS; KEY_FILE, STORE, STORE_CA, TLS_CERT, TLS_KEY, SMTP_URL,
 * MAIL_FROM, TEXT_GATEWAY, TEXT_TOKEN, METRICS and STOP_WAIT come from the environment alone. Throws NotServed when a value cannot be used, and when what was asked for would not be safe.
 */
export function launch({ data = 'data/store', demo = false } = {}, { argv, env }: Started = process): Launch {
  const values = optionsIn(argv.slice(2))
  const folder = resolve(values.data ?? env.DATA ?? data)
  const keyFile = resolve(env.KEY_FILE ?? (demo ? `${folder}.key` : usualKeyFile(folder, env.XDG_CONFIG_HOME)))
  const asked: Launch = {
    port: portOf(values.port ?? env.PORT ?? '4321'),
    host: values.host ?? env.HOST ?? '127.0.0.1',
    data: folder,
    keyFile,
    ...databaseOf(env.STORE, env.STORE_CA, env.KEY_FILE, demo),
    checkpoints: pathOf(values.checkpoints ?? env.CHECKPOINTS) ?? (demo ? undefined : usualCheckpoints(keyFile)),
    demo,
    origin: originOf(values.origin ?? env.ORIGIN),
    tls: tlsOf(env.TLS_CERT, env.TLS_KEY),
    proxies: (values.proxy ?? env.PROXY?.split(/[\s,]+/) ?? []).filter(Boolean).map(proxyOf),
    ...metricsOf(env.METRICS),
    ...stopWaitOf(env.STOP_WAIT),
    ...mailOf(env.SMTP_URL, env.MAIL_FROM),
    ...textOf(env.TEXT_GATEWAY, env.TEXT_TOKEN),
  }
  mustBeSafe(asked)
  return asked
}

const pathOf = (text: string | undefined): string | undefined => (text ? resolve(text) : undefined)

/**
 * With the settings of whoever runs it, away from any folder that is likely to be copied together with the data. Two
 * data folders of the same name have a key each.
 */
const usualKeyFile = (folder: string, config: string | undefined): string => {
  const path = createHash('sha256').update(folder).digest('hex').slice(0, 8)
  return join(config || join(homedir(), '.config'), 'saegil', `${basename(folder)}-${path}.key`)
}

/** With the key, so that whoever has only the data folder cannot make them fit; another disk or machine is better. */
const usualCheckpoints = (keyFile: string): string => `${keyFile.replace(/\.key$/, '')}.checkpoints`

function optionsIn(args: string[]) {
  const text = { type: 'string' } as const
  const proxy = { type: 'string', multiple: true } as const
  return valuesIn(args, { port: text, data: text, host: text, origin: text, proxy, checkpoints: text })
}

function valuesIn<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`)
    throw new NotServed(`${(error as Error).message.replace(/\.?$/, '.')} Known: ${known.join(', ')}.`)
  }
}

function portOf(text: string): number {
  const port = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new NotServed(`--port ${text}: not a port number.`)
  return port
}

function originOf(text: string | undefined): string | undefined {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || text.replace(/\/$/, '').toLowerCase() !== url.origin)
    throw new NotServed(`--origin ${text}: give it as https://saegil.example, without a path.`)
  return url.origin
}

function tlsOf(cert: string | undefined, key: string | undefined): Launch['tls'] {
  if (!cert && !key) return undefined
  if (!cert || !key) throw new NotServed('TLS_CERT and TLS_KEY go together: name the file of each.')
  return { cert: resolve(cert), key: resolve(key) }
}

function proxyOf(address: string): string {
  if (isIP(address) === 0) throw new NotServed(`--proxy ${address}: name it by its address, like 10.0.0.2.`)
  return address
}

/** Refuses what would let others read what is sent, or a page be opened from somewhere that nobody named. */
function mustBeSafe({ host, demo, origin, tls, proxies }: Launch): void {
  const beyond = !isLoopback(host)
  const sealed = tls !== undefined || proxies.length > 0
  if (demo && (beyond || sealed || origin))
    throw new NotServed('A demonstration is served on this machine only: leave out --host, --origin, --proxy and TLS.')
  if (beyond && !sealed)
    throw new NotServed(
      `On ${host} others could read what is sent. Give a certificate (TLS_CERT and TLS_KEY name its files), or name ` +
        'the proxy that seals it: --proxy ADDRESS.',
    )
  if ((beyond || proxies.length > 0) && !origin)
    throw new NotServed('Say where people reach it: --origin https://saegil.example')
  if (!origin) return
  const { protocol, hostname } = new URL(origin)
  if (protocol !== 'https:' && (beyond || sealed || !isLoopback(hostname)))
    throw new NotServed(`--origin ${origin} is not sealed on its way: it must begin with https://`)
  if (protocol === 'https:' && !sealed)
    throw new NotServed(
      `Who seals ${origin}? Give a certificate (TLS_CERT and TLS_KEY name its files), or name the proxy: --proxy ADDRESS.`,
    )
}

/** What a command beside the server was asked to do with a store. */
export interface Errand {
  /** the data folder */
  data: string
  keyFile: string
  /** in its place */
  database?: DatabaseWay
  checkpoints?: string
  /** the folder of backups to write to, or to read from, and the name of one of them */
  to?: string
  from?: string
  at?: string
  /** a file with the recovery key; never the key itself, which others could read off the list of processes */
  recoveryKeyFile?: string
  /** a table to take over, whose account it is done by, and whether it is only to be checked */
  table?: string
  by?: string
  dryRun: boolean
}

/** `--data DIR` and whichever of the others a command knows; `table` stands alone. Throws NotServed at one that it does not know. */
export function errand(...known: ('checkpoints' | 'to' | 'from' | 'at' | 'table' | 'by')[]): Errand {
  const { argv, env } = process
  const options = Object.fromEntries(['data', ...known].map((name) => [name, { type: 'string' as const }]))
  const takesTable = known.includes('table')
  const [dryRun, args] = [argv.includes('--dry-run'), argv.slice(2).filter((one) => !takesTable || one !== '--dry-run')]
  const named = takesTable && args[0] && !args[0].startsWith('-') ? ['--table', ...args] : args
  const values = valuesIn(named, options) as Partial<Record<'data' | (typeof known)[number], string>>
  const data = resolve(values.data ?? env.DATA ?? 'data/store')
  const usual = usualKeyFile(data, env.XDG_CONFIG_HOME)
  // only a demonstration's key lies beside its data
  const beside = `${data}.key`
  const keyFile = resolve(env.KEY_FILE ?? (existsSync(beside) ? beside : usual))
  const checkpoints = usualCheckpoints(keyFile)
  return {
    data,
    keyFile,
    ...databaseOf(env.STORE, env.STORE_CA, env.KEY_FILE, false),
    checkpoints: pathOf(values.checkpoints ?? env.CHECKPOINTS) ?? (existsSync(checkpoints) ? checkpoints : undefined),
    to: pathOf(values.to),
    from: pathOf(values.from),
    at: values.at,
    recoveryKeyFile: pathOf(env.RECOVERY_KEY_FILE),
    ...{ table: pathOf(values.table), by: values.by, dryRun },
  }
}

/** Whose tables `npm run migrate` makes: MIGRATE, or else STORE, and STORE_CA; no password stands on a command line. */
export function migration({ argv, env }: Started = process): DatabaseWay {
  valuesIn(argv.slice(2), {})
  return ownerOf(env.MIGRATE, env.STORE, env.STORE_CA)
}

/** The two sides of a move, each a data folder or a database, and the one key of both. */
export interface Sides {
  from: string | DatabaseWay
  to: string | DatabaseWay
  keyFile: string
}

/**
 * `--from` and `--to`: a folder, or `postgres://…`; KEY_FILE, or the key that goes with the folder. Throws NotServed
 * when one is missing or cannot be read; what it says repeats no database, whose password may stand there.
 */
export function sides({ argv, env }: Started = process): Sides {
  const text = { type: 'string' } as const
  const { from, to } = valuesIn(argv.slice(2), { from: text, to: text })
  if (!from || !to)
    throw new NotServed('Say from where and to where: npm run move -- --from data/store --to postgres://…')
  const [one, other] = [from, to].map((given) => (/^\w+:\/\//.test(given) ? undefined : resolve(given)))
  const folder = one ?? other
  if (folder !== undefined && one === other)
    throw new NotServed('--from and --to are the same: name a new one with --to.')
  const beside = folder === undefined ? '' : `${folder}.key`
  const usual = folder && (existsSync(beside) ? beside : usualKeyFile(folder, env.XDG_CONFIG_HOME))
  const keyFile = env.KEY_FILE ?? usual
  if (!keyFile) throw new NotServed('KEY_FILE: name the master key, which is the same on both sides.')
  const sideOf = (name: string, given: string, path?: string) => path ?? wayTo(name, given, env.STORE_CA, keyFile)
  return { from: sideOf('--from', from, one), to: sideOf('--to', to, other), keyFile: resolve(keyFile) }
}

function wayTo(name: string, text: string, ca: string | undefined, keyFile: string): DatabaseWay {
  try {
    return databaseOf(text, ca, keyFile, false).database!
  } catch (refusal) {
    throw refusal instanceof NotServed ? new NotServed(refusal.message.replace('STORE ', `${name} `)) : refusal
  }
}
