import { createHash } from 'node:crypto'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Day } from '../time/days.ts'
import type { CaseFile, Guardian, SchoolPlace, Signature, Youth } from './casefile.ts'
import { type Entry, entered } from './journal.ts'
import type { Disputed } from './parts-form.ts'

/** One part of a case as it should read. `guardian` is one of several, counted from 0. */
export type Part =
  | { part: 'youth'; values: Youth }
  | { part: 'guardian'; at: number; values: Guardian }
  | { part: 'school'; values: SchoolPlace }
  | { part: 'referral'; values: Disputed }

export const askers = ['youth', 'guardian', 'staff'] as const

export interface Correction {
  to: Part
  askedBy: (typeof askers)[number]
  why: string
  /** the part as it was when the form was opened; see stateOf */
  since: string
}

/** What a part says now, in short: two that differ are not the same state. */
export const stateOf = (part: unknown): string =>
  createHash('sha256').update(JSON.stringify(part)).digest('base64url').slice(0, 16)

/** Where a part stands in the case file, as the journal writes it. */
const pathOf = (to: Part): string => (to.part === 'guardian' ? `guardians/${to.at}` : to.part)

/** What stands at such a place now. */
export function partAt({ youth, guardians, school, referral }: CaseFile, path: string): object | undefined {
  const [head = '', at = ''] = path.split('/')
  return head === 'guardians' ? guardians[Number(at)] : { youth, school, referral }[head]
}

/**
 * Puts right what is wrong in a case: a right of youth and guardian (PIPA art. 36), also after it is closed. What
 * stood there before stays in the journal, why and at whose request beside it.
 */
export function correct(
  caseFile: CaseFile,
  correction: Correction,
  today: Day,
  signature: Signature,
): Result<CaseFile> {
  const { to, askedBy, why, since } = correction
  const path = pathOf(to)
  const before = partAt(caseFile, path) as Record<string, unknown> | undefined
  if (!before || stateOf(before) !== since) return refused({ reason: 'changed-meanwhile' })
  const against = objectionsTo(caseFile, to, today)
  if (against.length > 0) return refused(...against)
  const what = Object.entries(to.values)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))
    .map(([key]) => `${path}/${key}`)
  if (what.length === 0) return refused({ reason: 'nothing-corrected' })
  const corrections = [...(caseFile.corrections ?? []), { askedBy, why, what, ...signature }]
  return done(entered(caseFile, 'corrected', { ...changesOf(caseFile, to), corrections }, signature))
}

function changesOf({ guardians, referral }: CaseFile, to: Part): Partial<CaseFile> {
  if (to.part === 'youth') return { youth: to.values }
  if (to.part === 'school') return { school: to.values }
  if (to.part === 'referral') return { referral: { ...referral, ...to.values } }
  return { guardians: guardians.map((one, at) => (at === to.at ? to.values : one)) }
}

/** Only what cannot be so is refused: whether the programme would take such a youth is no question any more. */
function objectionsTo({ youth, referral }: CaseFile, to: Part, today: Day): Refusal[] {
  if (to.part === 'youth') return to.values.birthDate > today ? [{ field: 'birthDate', reason: 'in-the-future' }] : []
  if (to.part !== 'referral') return []
  const { decidedOn, happenedOn, dueOn } = to.values
  const against: Refusal[] = []
  if (decidedOn && decidedOn > today) against.push({ field: 'decidedOn', reason: 'in-the-future' })
  if (happenedOn && happenedOn > today) against.push({ field: 'happenedOn', reason: 'in-the-future' })
  if (happenedOn && happenedOn < youth.birthDate)
    against.push({ field: 'happenedOn', reason: 'too-early', with: { on: youth.birthDate } })
  if (dueOn && dueOn < referral.on) against.push({ field: 'dueOn', reason: 'due-before-referral' })
  return against
}

export type Corrected = NonNullable<CaseFile['corrections']>[number] & { changed: Entry['changed'] }

/** What was put right, newest first, each with what the journal kept of it. */
export function correctionsOf({ corrections = [], journal }: CaseFile): Corrected[] {
  const lines = journal.filter(({ deed }) => deed === 'corrected')
  return corrections.map((one, at) => ({ ...one, changed: lines[at]?.changed ?? [] })).reverse()
}
