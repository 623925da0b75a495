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
  const guardian = form.wholeOrNone('guardian', 0, guardians - 1)
  return form.result({
    startAt: readStart(form),
    minutes: form.whole('minutes', lengths.least, lengths.most),
    kind: form.one('kind', codesOf('sessionKind')),
    mode: form.one('mode', codesOf('sessionMode')),
    counsellorId: form.oneOrNone('counsellorId', counsellors),
    roomId: form.oneOrNone('roomId', rooms),
    past: form.has('past'),
    with: form.several('with', others, { optional: true }),
    ...(guardian !== undefined && { guardian }),
    catchesUp: form.oneOrNone('catchesUp', missed),
    despite: offered.despite ? form.maybe('despite', 500) : undefined,
  })
}

export function readMoving(fields: URLSearchParams, rooms: string[]): Result<Moving> {
  const form = new Reading(fields)
  return form.result({
    startAt: readStart(form),
    roomId: form.oneOrNone('roomId', rooms),
    askedBy: form.one('askedBy', askers),
    why: form.text('why', { most: 500 }),
  })
}

/** Day and clock time in Seoul, as one moment. */
function readStart(form: Reading): Moment {
  const on = form.day('sessionOn')
  const before = form.refusals.length
  const time = form.time('startTime')
  return momentAt(on, form.refusals.length > before ? '00:00' : time)
}
