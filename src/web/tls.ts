import { readFileSync, statSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { NotServed } from '../ways.ts'

/** Reads a certificate and its key. Throws NotServed when one is not there, others may read the key, or they do not fit. */
export function readTls(files: { cert: string; key: string }): { cert: Buffer; key: Buffer } {
  const read = (name: string, file: string): Buffer => {
    try {
      return readFileSync(file)
    } catch (error) {
      throw new NotServed(`${name} ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
    }
  }
  const tls = { cert: read('TLS_CERT', files.cert), key: read('TLS_KEY', files.key) }
  if (process.platform !== 'win32' && (statSync(files.key).mode & 0o077) !== 0)
    throw new NotServed(`Others may read the TLS key ${files.key}. Run: chmod 600 ${files.key}`)
  try {
    createSecureContext(tls)
  } catch {
    throw new NotServed(`TLS_CERT ${files.cert} and TLS_KEY ${files.key} are not a certificate and its key.`)
  }
  return tls
}
