/** Why the store does not open, or does not go on. The message is a sentence for the person who runs the server. */
export type RefusalCode =
  | 'key-inside-data'
  | 'key-readable-by-others'
  | 'key-missing'
  | 'key-not-a-key'
  | 'wrong-key'
  | 'not-a-store'
  | 'in-use'
  | 'record-unreadable'
  | 'stopped'
  | 'closed'
  | 'checkpoints-inside-data'
  | 'not-apart'
  | 'no-snapshot'
  | 'no-recovery-key'
  | 'no-backup'
  | 'backup-damaged'
  | 'wrong-recovery-key'
  | 'not-empty'
  | 'unavailable'
  | 'not-migrated'
  | 'not-durable'

export class StoreRefusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreRefusal'
    this.code = code
  }
}
