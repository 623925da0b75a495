import { trackOf } from '../casefile/session.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import { type Moment, momentAt } from '../time/days.ts'
import { lengths } from './slot.ts'

/** One session as asked for. */
export interface Booking {
  kind: string
  mode: string
  startAt: Moment
  minutes: number
  /** absent: the case's own counsellor */
  counsellorId?: string
  roomId?: string
  /** it took place already and is put down afterwards */
  past: boolean
  /** numbers of other cases whose youths sit in the group */
  with: string[]
  /** which of the guardians comes, counted from 0 */
  guardian?: number
  /** id of the missed session that it makes up for */
  catchesUp?: string
  /** why youths may come near each other who must not meet */
  despite?: string
}

/** Where a session is to be moved, who asked for it and why. */
export interface Moving {
  startAt: Moment
  /** absent: the room that it has */
  roomId?: string
  askedBy: string
  why: string
  /** why youths may come near each other who must not meet */
  despite?: string
}

export interface Offered {
  /** ids of the counsellors that the asker may choose */
  counsellors: string[]
  rooms: string[]
  /** numbers of the other cases that may be invited to a group */
  others?: string[]
  guardians?: number
  /** ids of missed sessions that nothing makes up for yet */
  missed?: string[]
  /** whether the asker may let youths come near each other who must not meet */
  despite?: boolean
}

export const askers = ['youth', 'guardian', 'school', 'centre'] as const

/** Reads the form for one session. */
export function readBooking(fields: URLSearchParams, offered: Offered): Result<Booking> {
  const { counsellors, rooms, others = [], guardians = 0, missed = [] } = offered
  const form = new Reading(fields)
  const when = { startAt: readStart(form), minutes: form.whole('minutes', lengths.least, lengths.most) }
  const kind = form.one('kind', codesOf('sessionKind'))
  return form.result({
    ...{ ...when, kind },
    mode: form.one('mode', codesOf('sessionMode')),
    counsellorId: form.oneOrNone('counsellorId', counsellors),
    roomId: form.oneOrNone('roomId', rooms),
    past: form.has('past'),
    with: form.several('with', others, { optional: true }),
    ...(trackOf(kind) === 'guardian' && readGuardian(form, guardians)),
    catchesUp: form.oneOrNone('catchesUp', missed),
    despite: offered.despite ? form.maybe('despite', 500) : undefined,
  })
}

/** Asked only where a guardian comes; the only one there is need not be chosen. */
function readGuardian(form: Reading, guardians: number): Pick<Booking, 'guardian'> {
  const guardian = form.wholeOrNone('guardian', 0, guardians - 1) ?? (guardians === 1 ? 0 : undefined)
  return guardian === undefined ? {} : { guardian }
}

/** Reads where one session is to go. `despite`: whether the asker may let youths meet who must not. */
export function readMoving(fields: URLSearchParams, rooms: string[], despite = false): Result<Moving> {
  const form = new Reading(fields)
  return form.result({
    startAt: readStart(form),
    roomId: form.oneOrNone('roomId', rooms),
    ...readAsking(form, despite),
  })
}

/** Who asked for a move and why. */
export const readAsking = (form: Reading, despite: boolean): Omit<Moving, 'startAt' | 'roomId'> => ({
  askedBy: form.one('askedBy', askers),
  why: form.text('why', { most: 500 }),
  despite: despite ? form.maybe('despite', 500) : undefined,
})

/** Day and clock time in Seoul, as one moment; `row` stands behind the names of fields of which there are several. */
export function readStart(form: Reading, row = ''): Moment {
  const on = form.day(`sessionOn${row}`)
  const before = form.refusals.length
  const time = form.time(`startTime${row}`)
  return momentAt(on, form.refusals.length > before ? '00:00' : time)
}
