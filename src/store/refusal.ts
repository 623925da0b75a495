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
  | 'half-moved'
  | 'source-changed'
  | 'not-equal'

export class StoreRefusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreRefusal'
    this.code = code
  }
}

/** Of a store that not everything has come to yet. */
export const halfMoved = (name: string): StoreRefusal =>
  new StoreRefusal(
    'half-moved',
    `${name} holds only a part of what is moved to it. Finish that first, with npm run move.`,
  )
