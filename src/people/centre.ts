import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import { type Result, refused } from '../result.ts'
import { type RetentionPeriods, type Room, type School, type Settings, usualRetention } from './person.ts'
import { fieldsOfWeek, weekHoursIn } from './week-hours.ts'

export type CentreForm = Pick<Settings, 'centre' | 'sessions' | 'openingHours' | 'retention' | 'contact'>

export function readCentre(fields: URLSearchParams): Result<CentreForm> {
  const form = new Reading(fields)
  const least = form.whole('least', 1, 60)
  const usual = form.whole('usual', 1, 60)
  if (usual < least) form.refuse('usual', 'too-small', { least })
  return form.result({
    centre: form.text('centre', { most: 60 }),
    contact: contactIn(form),
    retention: retentionIn(form),
    sessions: { least, usual, minutes: form.whole('minutes', 20, 240) },
    openingHours: weekHoursIn(form),
  })
}

/** Whom a youth or a guardian calls about what is kept: one way to reach them at least. */
export function contactIn(form: Reading): { phone?: string; email?: string } {
  const phone = form.phone('contactPhone')
  const email = form.has('contactEmail') ? form.email('contactEmail') : undefined
  if (!form.has('contactPhone') && !email) form.refuse('contactPhone', 'contact-needed')
  return { ...(phone && { phone }), ...(email && { email }) }
}

export const retentionIn = (form: Reading): RetentionPeriods => ({
  caseYears: form.whole('caseYears', 1, 5),
  declinedDays: form.whole('declinedDays', 30, 365),
  draftDays: form.whole('draftDays', 7, 90),
})

/** What is settled, in the fields of its form. */
export function fieldsOfCentre({
  centre,
  contact,
  retention = usualRetention,
  sessions,
  openingHours,
}: CentreForm): URLSearchParams {
  const numbers = Object.entries({ ...sessions, ...retention }).map(([name, number]) => [name, String(number)])
  const texts = { centre, contactPhone: contact?.phone ?? '', contactEmail: contact?.email ?? '' }
  return new URLSearchParams([...Object.entries(texts), ...numbers, ...fieldsOfWeek(openingHours)] as [
    string,
    string,
  ][])
}

/** A school as typed; its name is its own. `id` is that of the school that is corrected, or a new one. */
export function schoolOf(fields: URLSearchParams, id: string, schools: School[]): Result<School> {
  const form = new Reading(fields)
  const name = form.text('schoolName', { most: 60 })
  const level = form.one('level', codesOf('schoolLevel'))
  if (isTaken(schools, id, name)) form.refuse('schoolName', 'name-taken')
  return form.result({ version: 1, id, name, level })
}

export function roomOf(fields: URLSearchParams, id: string, rooms: Room[]): Result<Room> {
  const form = new Reading(fields)
  const name = form.text('roomName', { most: 60 })
  return isTaken(rooms, id, name)
    ? refused({ field: 'roomName', reason: 'name-taken' })
    : form.result({ version: 1, id, name })
}

const isTaken = (named: { id: string; name: string }[], id: string, name: string): boolean =>
  named.some((one) => one.id !== id && one.name === name)
