import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import { type Moment, momentAt } from '../time/days.ts'
import { lengths } from './clash.ts'

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
}

export const askers = ['youth', 'guardian', 'school', 'centre'] as const

/** Reads the form for one session. */
export function readBooking(fields: URLSearchParams, { counsellors, rooms }: Offered): Result<Booking> {
  const form = new Reading(fields)
  return form.result({
    startAt: readStart(form),
    minutes: form.whole('minutes', lengths.least, lengths.most),
    kind: form.one('kind', codesOf('sessionKind')),
    mode: form.one('mode', codesOf('sessionMode')),
    counsellorId: form.oneOrNone('counsellorId', counsellors),
    roomId: form.oneOrNone('roomId', rooms),
    past: form.has('past'),
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
