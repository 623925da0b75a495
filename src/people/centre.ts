import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import { type Result, refused } from '../result.ts'
import { type RetentionPeriods, type Room, type School, type Settings, usualRetention } from './person.ts'

/** Opening hours in a form: when a weekday begins and ends, Monday first. */
export const openingFields = [
  ['monFrom', 'monTo'],
  ['tueFrom', 'tueTo'],
  ['wedFrom', 'wedTo'],
  ['thuFrom', 'thuTo'],
  ['friFrom', 'friTo'],
  ['satFrom', 'satTo'],
  ['sunFrom', 'sunTo'],
] as const

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
    openingHours: openingHoursIn(form),
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

function openingHoursIn(form: Reading): Settings['openingHours'] {
  const days = openingFields.map(([fromField, toField], at) => {
    if (!form.has(fromField) && !form.has(toField)) return [at + 1, undefined] as const
    const [from, to] = [form.time(fromField), form.time(toField)]
    if (from >= to && form.refusals.every(({ field }) => field !== toField && field !== fromField))
      form.refuse(toField, 'ends-before-it-begins')
    return [at + 1, { from, to }] as const
  })
  return Object.fromEntries(days.filter(([, hours]) => hours))
}

/** What is settled, in the fields of its form. */
export function fieldsOfCentre({
  centre,
  contact,
  retention = usualRetention,
  sessions,
  openingHours,
}: CentreForm): URLSearchParams {
  const numbers = Object.entries({ ...sessions, ...retention }).map(([name, number]) => [name, String(number)])
  const hours = openingFields.flatMap(([fromField, toField], at) => {
    const { from = '', to = '' } = openingHours[at + 1] ?? {}
    return [
      [fromField, from],
      [toField, to],
    ]
  })
  const texts = { centre, contactPhone: contact?.phone ?? '', contactEmail: contact?.email ?? '' }
  return new URLSearchParams([...Object.entries(texts), ...numbers, ...hours] as [string, string][])
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
