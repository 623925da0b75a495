import type { CaseFile } from '../casefile/casefile.ts'
import { counsellorOf, dueOnOf } from '../casefile/questions.ts'
import { isMissed, type Session, trackOf } from '../casefile/session.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import { dueOf } from '../intake/plan.ts'
import type { Result } from '../result.ts'
import { type Day, dayOf, type Moment, plusDays, timeOf } from '../time/days.ts'
import type { Offered } from './booking-form.ts'
import { lengths } from './slot.ts'

/** What a course of sessions is to look like. */
export interface Wish {
  count: number
  minutes: number
  kind: string
  mode: string
  /** not before this day */
  fromOn: Day
  /** 1 = Monday … 7 = Sunday; none: as few days a week as are enough */
  weekdays: number[]
  /** tried first; absent: whatever suits */
  startTime?: string
  /** tried first; absent: any */
  roomId?: string
  /** absent: the case's own counsellor */
  counsellorId?: string
  /** numbers of other cases whose youths sit in the group */
  with: string[]
  /** which of the guardians comes, counted from 0 */
  guardian?: number
}

/** As many as a plan may have. */
export const mostSessions = 60
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

/** Reads the form that says what is wanted. A guardian who is the only one need not be chosen. */
export function readWish(fields: URLSearchParams, offered: Offered): Result<Wish> {
  const { counsellors, rooms, others = [], guardians = 0 } = offered
  const form = new Reading(fields)
  const kind = form.one('kind', codesOf('sessionKind'))
  const only = trackOf(kind) === 'guardian' && guardians === 1 ? 0 : undefined
  const guardian = form.wholeOrNone('guardian', 0, guardians - 1) ?? only
  return form.result({
    count: form.whole('count', 1, mostSessions),
    minutes: form.whole('minutes', lengths.least, lengths.most),
    kind,
    mode: form.one('mode', codesOf('sessionMode')),
    fromOn: form.day('fromOn'),
    weekdays: form.several('weekdays', weekdays, { optional: true }).map(Number),
    startTime: form.has('startTime') ? form.time('startTime') : undefined,
    roomId: form.oneOrNone('roomId', rooms),
    counsellorId: form.oneOrNone('counsellorId', counsellors),
    with: form.several('with', others, { optional: true }),
    ...(guardian !== undefined && { guardian }),
  })
}

/** The same back into the fields of the form. */
export function fieldsOfWish(wish: Wish): URLSearchParams {
  const { count, minutes, kind, mode, fromOn, guardian } = wish
  const fields = new URLSearchParams({ count: String(count), minutes: String(minutes), kind, mode, fromOn })
  for (const weekday of wish.weekdays) fields.append('weekdays', String(weekday))
  for (const name of ['startTime', 'roomId', 'counsellorId'] as const) if (wish[name]) fields.set(name, wish[name])
  for (const number of wish.with) fields.append('with', number)
  if (guardian !== undefined) fields.set('guardian', String(guardian))
  return fields
}

/** What is most likely wanted: the rest of the plan, from tomorrow on, at the hour and in the room of the last session. */
export function usualWish(
  caseFile: CaseFile,
  sessions: Session[],
  usual: { usual: number; minutes: number } | undefined,
  now: Moment,
): Wish {
  const { plan } = caseFile
  const last = sessions.findLast(({ cancelled }) => !cancelled)
  const tomorrow = plusDays(dayOf(now), 1)
  // while nobody said when the youth can come, after school is the best guess
  const afterSchool = caseFile.freeTimes ? undefined : '16:00'
  return {
    count: plan ? Math.max(1, remainingOf(caseFile, sessions)) : (usual?.usual ?? 10),
    minutes: plan?.minutes ?? usual?.minutes ?? 50,
    kind: plan?.kind ?? 'individual',
    mode: plan?.mode ?? 'in-person',
    fromOn: plan && plan.startOn > tomorrow ? plan.startOn : tomorrow,
    weekdays: [],
    startTime: last ? timeOf(last.startAt) : afterSchool,
    roomId: last?.roomId,
    counsellorId: counsellorOf(caseFile),
    with: [],
  }
}

/** Planned sessions with the youth that were neither held nor are booked. */
export const remainingOf = ({ number, plan }: CaseFile, sessions: Session[]): number =>
  Math.max(0, (plan?.sessions ?? 0) - countedOf(number, sessions).length)

/** Sessions with the youth that were held or are booked; one that was missed is still to be given. */
export const countedOf = (number: string, sessions: Session[]): Session[] =>
  sessions.filter((one) => trackOf(one.kind) === 'youth' && !one.cancelled && !isMissed(one, number))

/** The day by which all of them must be done: the earliest of those who attend. */
export const dueOfAll = (caseFiles: CaseFile[]): Day | undefined =>
  caseFiles
    .map((caseFile) => dueOnOf(caseFile) ?? dueOf(caseFile.referral))
    .filter((due) => due !== undefined)
    .sort()[0]
