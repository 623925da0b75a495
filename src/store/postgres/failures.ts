import { DatabaseError } from 'pg'
import { StoreRefusal } from '../refusal.ts'

/**
 * Another change came in between: serialization failure, deadlock, a record that both made, a time that both took.
 * Decided anew, a change sees what the other did.
 */
const conflicts = ['40001', '40P01', '23505', '23P01']

export const isConflict = (failure: unknown): boolean =>
  failure instanceof DatabaseError && conflicts.includes(failure.code ?? '')

/**
 * The database is not there, is stopping or starting, takes no more connections, does not write (a replica), or took
 * too long. Classes 08, 53, 57 and 58 of https://www.postgresql.org/docs/15/errcodes-appendix.html.
 */
const gone = /^(08|53|57|58)|^25006$|^55P03$/
/** It does not know this account or its password, or it has no such database. */
const unknown = /^28|^3D000$/
/** Whoever answers cannot prove to be that host. */
const unproven = /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY))/
const network = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/
const said = /Connection terminated|timeout (exceeded|expired)|not queryable|Query read timeout/i

/** The failure as whoever asked should see it: that the database is not there now, or as it is. */
export function seen(failure: unknown): unknown {
  if (!(failure instanceof Error) || failure instanceof StoreRefusal) return failure
  const code = String((failure as Error & { code?: unknown }).code ?? '')
  const refused = (sentence: string) => new StoreRefusal('unavailable', `${sentence} (${code || 'no TLS'}).`, failure)
  if (failure instanceof DatabaseError && unknown.test(code))
    return refused('The database does not let this account in: name, password, or the database itself is another')
  if (unproven.test(code) || /does not support SSL/.test(failure.message))
    return refused('The database cannot prove that it is that host: its certificate is missing or not vouched for')
  const isGone = failure instanceof DatabaseError ? gone.test(code) : network.test(code) || said.test(failure.message)
  if (!isGone) return failure
  return new StoreRefusal('unavailable', `The database cannot be reached now (${code || 'connection lost'}).`, failure)
}

/** Whether it is that the database is not there now, or was too late. */
export function isUnavailable(failure: unknown): boolean {
  const one = seen(failure)
  return one instanceof StoreRefusal && one.code === 'unavailable'
}
