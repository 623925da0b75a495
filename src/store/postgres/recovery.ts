import { CompactEncrypt, compactDecrypt } from 'jose'
import type { PoolConfig } from 'pg'
import { keepMasterKey, readMasterKey } from '../key-file.ts'
import { privateKeyOf, publicKeyOf, sealingKeyOf } from '../recovery-key.ts'
import { StoreRefusal } from '../refusal.ts'
import { Connections } from './connections.ts'
import { mustBeMigrated } from './migrate.ts'

/*
 * The master key lies in no dump of the database. So that whoever lost every machine still has what they need on paper,
 * the database keeps it sealed to the public half of the centre's recovery key, like every backup of the embedded store.
 */

/** Under which path, and of which kind, it stands among the records. */
export const recoveryPath = 'recovery'

const alg = 'ECDH-ES+A256KW'
const enc = 'A256GCM'

export const sealedFor = (publicKey: string, master: Uint8Array): Promise<string> =>
  new CompactEncrypt(master).setProtectedHeader({ alg, enc, kid: recoveryPath }).encrypt(sealingKeyOf(publicKey))

/**
 * Brings the master key of a database back to a key file. Throws RecoveryKeySlip when the recovery key was not typed as
 * it stands on paper, and a StoreRefusal when it is another one's, or when another key lies in that file; then nothing was written.
 */
export async function bringKeyBack(connect: PoolConfig, keyFile: string, recoveryKey: string): Promise<void> {
  const privateKey = privateKeyOf(recoveryKey)
  const sealed = await sealedIn(connect)
  const { plaintext } = await compactDecrypt(sealed, privateKey, {
    keyManagementAlgorithms: [alg],
    contentEncryptionAlgorithms: [enc],
  }).catch((failure) => {
    const mark = publicKeyOf(recoveryKey).slice(0, 6)
    throw new StoreRefusal(
      'wrong-recovery-key',
      `This recovery key (${mark}…) is not the one of this database.`,
      failure,
    )
  })
  const there = await readMasterKey(keyFile)
  if (there && Buffer.from(there).equals(plaintext)) return
  if (there)
    throw new StoreRefusal('not-empty', `${keyFile} holds another key. Move it away, or name another with KEY_FILE.`)
  await keepMasterKey(keyFile, Buffer.from(plaintext))
}

async function sealedIn(connect: PoolConfig): Promise<string> {
  const connections = new Connections({ ...connect, max: 1 })
  try {
    await mustBeMigrated(connections)
    const [found] = await connections.rows<{ body: string }>('select body from records where path = $1', [recoveryPath])
    if (found) return found.body
  } finally {
    await connections.close()
  }
  throw new StoreRefusal('no-recovery-key', 'This database holds no key for recovery: its centre was never set up.')
}
