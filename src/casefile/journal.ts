import { createHash } from 'node:crypto'
import type { CaseFile, Signature } from './casefile.ts'

/** One line of the file's own history; `hash` seals it to the line before. */
export interface Entry extends Signature {
  deed: FileDeed
  /** what was replaced: where, what stood there, what stands there now */
  changed: { path: string; before: unknown; after: unknown }[]
  hash: string
}

export type FileDeed =
  | 'referred'
  | 'imported'
  | 'referral-amended'
  | 'accepted'
  | 'declined'
  | 'set-waiting'
  | 'returned'
  | 'assigned'
  | 'guardian-named'
  | 'consent-recorded'
  | 'consent-verified'
  | 'consent-withdrawn'
  | 'consent-invalidated'
  | 'interviewed'
  | 'planned'
  | 'survey-issued'
  | 'survey-opened'
  | 'survey-revoked'
  | 'survey-answered'
  | 'survey-handed-over'
  | 'survey-pin-missed'
  | 'survey-refused'
  | 'survey-entered'
  | 'note-drafted'
  | 'note-signed'
  | 'note-added-to'
  | 'concern-settled'
  | 'closed'
  | 'reopened'
  | 'link-issued'
  | 'link-revoked'
  | 'disagreement-settled'
  | 'restricted'
  | 'unrestricted'
  | 'glass-broken'
  | 'glass-closed'
  | 'corrected'
  | 'held-back'
  | 'hold-lifted'
  | 'free-times-noted'
  | 'kept-apart'
  | 'let-meet'
  | 'joined-group'
  | 'left-group'
  | 'cover-arranged'
  | 'cover-ended'
  | 'duty-noted'
  | 'report-recorded'
  | 'report-not-owed'
  | 'reminders-set'
  | 'concern-raised'
  | 'note-countersigned'
  | 'erasure-proposed'
  | 'erasure-taken-back'
  | 'certified'
  | 'certificate-revoked'
  | 'coded-again'

type Change = Entry['changed'][number]

/**
 * The case file with changes made and a line in its journal: who, when, what, and what was replaced.
 * Values that are new stand in the file itself, so the journal does not repeat them; values that were overwritten are
 * kept here and nowhere else.
 */
export function entered(
  caseFile: CaseFile,
  deed: FileDeed,
  changes: Partial<CaseFile>,
  { by, at }: Signature,
): CaseFile {
  const changed = differences(caseFile, { ...caseFile, ...changes })
  const last = caseFile.journal.at(-1)?.hash ?? caseFile.number
  const hash = hashOf(last, { by, at, deed, changed })
  return { ...caseFile, ...changes, journal: [...caseFile.journal, { by, at, deed, changed, hash }] }
}

/** Whether no line of the journal was changed, taken out or put in since it was written. */
export function journalHolds({ number, journal }: CaseFile): boolean {
  let last = number
  return journal.every(({ hash, ...entry }) => {
    const holds = hash === hashOf(last, entry)
    last = hash
    return holds
  })
}

const hashOf = (last: string, { by, at, deed, changed }: Omit<Entry, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([last, by, at, deed, changed]))
    .digest('base64url')

function differences(before: unknown, after: unknown, path = ''): Change[] {
  if (before === undefined || before === after) return []
  if (!isBranch(before) || !isBranch(after)) return [{ path, before, after: after ?? null }]
  return Object.keys(before).flatMap((key) =>
    // a draft is typed over many times, and what was signed of it stands in the note
    key === 'draft' ? [] : differences(before[key], after[key], path === '' ? key : `${path}/${key}`),
  )
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
