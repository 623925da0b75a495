import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import type { Moment } from '../time/days.ts'
import { type RetentionPeriods, type Settings, usualRetention } from './person.ts'
import { fieldsOfWeek, weekHoursIn } from './week-hours.ts'

/** Days after which it is a task that a youth was not seen, while the centre has settled nothing else. */
export const usualUnseenDays = 21

export interface CentreForm
  extends Pick<Settings, 'centre' | 'sessions' | 'openingHours' | 'retention' | 'contact' | 'unseenDays'> {
  /** whether signed notes wait for the lead's signature too */
  countersign: boolean
}

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
    unseenDays: form.whole('unseenDays', 7, 90),
    countersign: form.has('countersign'),
  })
}

/** The centre's settings with what the form says: notes wait for a second signature from the moment it was asked for. */
export function settled(settings: Settings, { countersign, ...form }: CentreForm, now: Moment): Settings {
  const { countersignedFrom = now, ...rest } = { ...settings, ...form }
  return { ...rest, ...(countersign && { countersignedFrom }) }
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
export function fieldsOfCentre(settings: Settings): URLSearchParams {
  const { centre, contact, retention = usualRetention, sessions, unseenDays = usualUnseenDays } = settings
  const numbers = Object.entries({ ...sessions, ...retention, unseenDays })
  return new URLSearchParams([
    ...Object.entries({ centre, contactPhone: contact?.phone ?? '', contactEmail: contact?.email ?? '' }),
    ...numbers.map(([name, number]): [string, string] => [name, String(number)]),
    ...(settings.countersignedFrom ? [['countersign', 'yes'] as [string, string]] : []),
    ...fieldsOfWeek(settings.openingHours),
  ])
}
