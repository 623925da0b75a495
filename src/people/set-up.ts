import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import { dayOf, type Moment } from '../time/days.ts'
import { contactIn, retentionIn } from './centre.ts'
import { type PasswordHash, type Person, type Settings, usualRetention } from './person.ts'

/** What the first page of the set-up asks for, beside its code and a password. */
export interface SetUpForm {
  settings: Pick<Settings, 'centre' | 'contact' | 'retention'>
  administrator: Pick<Person, 'name' | 'email'>
}

/** The same with the password's hash, ready to be kept. */
export interface NewCentre extends SetUpForm {
  password: PasswordHash
}

/** Refuses what was filled in; the code and the password are looked at where they are checked. */
export function readSetUp(fields: URLSearchParams): Result<SetUpForm> {
  const form = new Reading(fields)
  return form.result({
    settings: { centre: form.text('centre', { most: 60 }), contact: contactIn(form), retention: retentionIn(form) },
    administrator: { name: form.text('adminName', { most: 60 }), email: form.email('email') },
  })
}

/** How the form stands before anybody touched it. */
export const usualSetUp = (): URLSearchParams =>
  new URLSearchParams(Object.entries(usualRetention).map(([name, number]) => [name, String(number)]))

const weekday = { from: '09:00', to: '18:00' }

/** A centre as it begins: its settings, and its one administrator, who took the first right themselves. */
export function newCentre(
  { settings, administrator, password }: NewCentre,
  { id, publicKey }: { id: string; publicKey: string },
  at: Moment,
): { settings: Settings; administrator: Person } {
  return {
    settings: {
      version: 1,
      ...settings,
      demo: false,
      sessions: { least: 10, usual: 12, minutes: 50 },
      openingHours: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday },
      since: dayOf(at),
      recovery: { publicKey, at },
    },
    administrator: {
      version: 1,
      ...{ id, ...administrator, role: 'admin', password },
      grants: [{ by: id, at, what: 'given', role: 'admin' }],
    },
  }
}
