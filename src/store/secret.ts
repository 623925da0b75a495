import { hkdfSync } from 'node:crypto'

/** A key for one purpose, made of the master key: the same wherever and whenever it is made. */
export const secretOf = (master: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, '', `saegil ${purpose}`, 32))
