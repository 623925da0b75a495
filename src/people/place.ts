import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import type { Room, School } from './person.ts'
import { fieldsOfWeek, hoursIfAny } from './week-hours.ts'

/**
 * A school as typed; its name is its own. `id` is that of the school that is corrected, or a new one. Its weeks of
 * examinations have a form of their own and stay as they are.
 */
export function schoolOf(fields: URLSearchParams, id: string, schools: School[]): Result<School> {
  const form = new Reading(fields)
  const name = form.text('schoolName', { most: 60 })
  const level = form.one('level', codesOf('schoolLevel'))
  const lessons = hoursIfAny(form)
  if (isTaken(schools, id, name)) form.refuse('schoolName', 'name-taken')
  const exams = schools.find((school) => school.id === id)?.exams
  return form.result({ version: 1, id, name, level, ...(lessons && { lessons }), ...(exams && { exams }) })
}

export const fieldsOfSchool = ({ name, level, lessons }: School): URLSearchParams =>
  new URLSearchParams([['schoolName', name], ['level', level], ...fieldsOfWeek(lessons)])

/** A room as typed; without hours of its own it may be used whenever the centre is open. */
export function roomOf(fields: URLSearchParams, id: string, rooms: Room[]): Result<Room> {
  const form = new Reading(fields)
  const name = form.text('roomName', { most: 60 })
  const hours = hoursIfAny(form)
  if (isTaken(rooms, id, name)) form.refuse('roomName', 'name-taken')
  return form.result({ version: 1, id, name, ...(hours && { hours }) })
}

export const fieldsOfRoom = ({ name, hours }: Room): URLSearchParams =>
  new URLSearchParams([['roomName', name], ...fieldsOfWeek(hours)])

const isTaken = (named: { id: string; name: string }[], id: string, name: string): boolean =>
  named.some((one) => one.id !== id && one.name === name)
