import { isIP } from 'node:net'
import { resolve } from 'node:path'

/*
 * How the house reaches what is outside it, as it was told by its surroundings: a database, a mail server, a gateway of
 * text messages. None of what is refused here is repeated: each holds a password.
 */

/** A PostgreSQL database, and the account that serves it. */
export interface DatabaseWay {
  url: string
  /** another machine: what is sent is sealed, and its certificate checked; `ca` is a file of whoever vouches for it */
  sealed: boolean
  ca?: string
}

/** A server that takes mail, and the address it comes from. */
export interface MailWay {
  host: string
  port: number
  /** `whole`: the connection is sealed from its first byte; `started`: or nothing is sent; `none`: this machine's own */
  tls: 'whole' | 'started' | 'none'
  account?: { user: string; pass: string }
  from: string
}

/** What takes text messages: see docs/text-gateway.md. */
export interface TextWay {
  url: string
  token: string
}

/** Why the house is not served: a sentence for whoever starts it, instead of a stack. */
export class NotServed extends Error {}

/** Whether a host is this machine and nothing beyond it. */
export const isLoopback = (host: string): boolean =>
  ['localhost', '::1', '[::1]'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host)

/** Where the figures for whoever watches are shown: an address of the operators' own, never the site's. */
export function metricsOf(text: string | undefined): { metrics?: { host: string; port: number } } {
  if (!text) return {}
  const url = URL.canParse(`http://${text}`) ? new URL(`http://${text}`) : undefined
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
  if (!url || !/^[^/@]+:\d{1,5}$/.test(text) || !(isIP(host) || host === 'localhost') || /^(0\.0\.0\.0|::)$/.test(host))
    throw new NotServed('METRICS: give it as 127.0.0.1:9464, at one address that only those who watch can reach.')
  return { metrics: { host, port: Number(text.slice(text.lastIndexOf(':') + 1)) } }
}

/** For how many seconds a server that is told to stop still takes what comes, so that no more is sent to it. */
export function stopWaitOf(text: string | undefined): { stopWait?: number } {
  if (!text) return {}
  const seconds = Number(text)
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 300)
    throw new NotServed('STOP_WAIT: give it in seconds, 0 to 300.')
  return { stopWait: seconds }
}

/** The account that owns the tables, to make or change them. */
export function ownerOf(migrate: string | undefined, store: string | undefined, ca: string | undefined): DatabaseWay {
  const { database } = databaseOf(migrate || store, ca, 'none is needed', false, migrate ? 'MIGRATE' : 'STORE')
  if (database) return database
  throw new NotServed(
    'Say whose tables are to be made: MIGRATE=postgres://owner:password@db.example:5432/saegil npm run migrate',
  )
}

/** Never says what stands in STORE: it holds a password. */
export function databaseOf(
  text: string | undefined,
  ca: string | undefined,
  keyFile: string | undefined,
  demo: boolean,
  name = 'STORE',
): { database?: DatabaseWay } {
  if (!text) return {}
  if (demo) throw new NotServed('A demonstration is kept in a folder of its own: leave out STORE.')
  const url = URL.canParse(text) ? new URL(text) : undefined
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
  const socket = host === '' ? url?.searchParams.get('host') : undefined
  const known = [...(url?.searchParams.keys() ?? [])].every((name) => ['host', 'user', 'password'].includes(name))
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !(host || socket?.startsWith('/')) || !known)
    throw new NotServed(
      `${name} cannot be read: give it as postgres://user:password@db.example:5432/saegil, or as ` +
        'postgres:///saegil?host=/run/postgresql&user=saegil for a database on this machine. TLS needs no word: it is ' +
        'always on beyond this machine, and STORE_CA names the file of who vouches for the certificate.',
    )
  if (!keyFile) throw new NotServed('KEY_FILE: name the master key, which every machine that serves this database has.')
  const sealed = host !== '' && !isLoopback(host)
  return { database: { url: text, sealed, ...(ca && { ca: resolve(ca) }) } }
}

/** Never says what stands in SMTP_URL: it holds a password. */
export function mailOf(url: string | undefined, from: string | undefined): { mail?: MailWay } {
  if (!url && !from) return {}
  if (!url || !from)
    throw new NotServed('SMTP_URL and MAIL_FROM go together: the server, and the address it comes from.')
  if (!/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(from))
    throw new NotServed('MAIL_FROM: give it as an address alone, like notice@mail.example, without a name.')
  const read = URL.canParse(url) ? smtpIn(new URL(url)) : undefined
  if (!read)
    throw new NotServed(
      'SMTP_URL cannot be read: give it as smtps://user:password@mail.example:465 or smtp://…:587, with nothing behind ' +
        'the port, and with %40 for an @ in the password.',
    )
  return { mail: { ...read, from } }
}

/** Without a seal from the first byte it is started before anything is sent, unless the server is this machine. */
function smtpIn(url: URL): Omit<MailWay, 'from'> | undefined {
  const { protocol, hostname, pathname, search, hash, username, password } = url
  const whole = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  if (!(whole || protocol === 'smtp:') || !/^[\w.:-]+$/.test(host)) return undefined
  if (!['', '/'].includes(pathname) || search || hash || (username === '') !== (password === '')) return undefined
  const tls = whole ? 'whole' : isLoopback(host) ? 'none' : 'started'
  try {
    const account = username
      ? { account: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
      : {}
    return { host, port: Number(url.port || (whole ? 465 : 587)), tls, ...account }
  } catch {
    return undefined
  }
}

export function textOf(gateway: string | undefined, token: string | undefined): { text?: TextWay } {
  if (!gateway && !token) return {}
  if (!gateway || !token)
    throw new NotServed('TEXT_GATEWAY and TEXT_TOKEN go together: its address, and what opens it.')
  const url = URL.canParse(gateway) ? new URL(gateway) : undefined
  const sealed = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (!url || !sealed || url.username || url.password || /[^!-~]/.test(token))
    throw new NotServed(
      'TEXT_GATEWAY: give it as https://text.example/messages, with no password in it; TEXT_TOKEN: letters and digits.',
    )
  return { text: { url: url.href, token } }
}
