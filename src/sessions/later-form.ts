import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import { dayOf, type Moment, timeOf } from '../time/days.ts'
import { type Moving, readAsking, readStart } from './booking-form.ts'
import type { Shift } from './later.ts'

/** Where several sessions are to go, in the order of the page, and who asked for it once for all. */
export interface LaterForm extends Omit<Moving, 'startAt' | 'roomId'> {
  rows: { id: string; startAt: Moment; roomId?: string }[]
}

/** Reads as many rows as there are; `id-0`, `sessionOn-0` and so on are the first. */
export function readLater(fields: URLSearchParams, rooms: string[], despite: boolean): Result<LaterForm> {
  const form = new Reading(fields)
  const rows: LaterForm['rows'] = []
  for (let at = 0; form.has(`id-${at}`); at++)
    rows.push({
      id: form.text(`id-${at}`),
      startAt: readStart(form, `-${at}`),
      roomId: form.oneOrNone(`roomId-${at}`, rooms),
    })
  return form.result({ rows, ...readAsking(form, despite) })
}

/** Where the first of them is to go: the others follow. Nothing while nothing was asked for yet. */
export function readShift(fields: URLSearchParams, rooms: string[]): Result<Pick<Moving, 'startAt' | 'roomId'>> {
  const form = new Reading(fields)
  return form.result({ startAt: readStart(form), roomId: form.oneOrNone('roomId', rooms) })
}

/** The form as it opens: what was asked for, and each session where it would go. */
export function fieldsOfShifts(asked: URLSearchParams, shifts: Shift[]): URLSearchParams {
  const fields = new URLSearchParams(asked)
  for (const [at, { session, startAt, roomId = session.roomId ?? '' }] of shifts.entries()) {
    fields.set(`sessionOn-${at}`, dayOf(startAt))
    fields.set(`startTime-${at}`, timeOf(startAt))
    fields.set(`roomId-${at}`, roomId)
  }
  return fields
}
