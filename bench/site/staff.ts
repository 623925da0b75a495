import type { Chance } from '../../scripts/demo/chance.ts'
import type { Person, Room, School, Settings } from '../../src/people/person.ts'
import type { View } from '../../src/store/store.ts'
import { type Day, plusDays } from '../../src/time/days.ts'

/* The centre that is measured: its staff, schools and rooms are as many whatever the number of its cases. */

const surnames = [...'김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허유남심노하곽성차주우구민']
const firsts = [...'민서지하도예시준윤은현수태채연우건소정유']
const seconds = [...'준서윤우민현아원호린진영연율빈찬은나희경']

/** A name as people have them; of 17,000, so that several have the same where there are many. */
export const nameOf = (chance: Chance): string => chance.one(surnames) + chance.one(firsts) + chance.one(seconds)

/** What somebody types to find a name: its last two letters. */
export const partOfName = (chance: Chance): string => chance.one(firsts) + chance.one(seconds)

const two = (n: number) => String(n).padStart(2, '0')
export const counsellors: readonly string[] = Array.from({ length: 20 }, (_, at) => `c${two(at + 1)}`)
export const lead = 'seo'

/** Of the eight schools of the demonstration, five each. */
const levels = {
  ...{ hill: 'middle', cloud: 'middle', moonlight: 'middle', breeze: 'middle' },
  ...{ river: 'high', sunset: 'high', starlight: 'high', dew: 'elementary' },
}
export const schoolsOfKind = 5
export const schoolIds: readonly string[] = Object.keys(levels)

const schools: School[] = Object.entries(levels).flatMap(([id, level], at) =>
  Array.from({ length: schoolsOfKind }, (_, nth) => {
    return { version: 1, id: `${id}-${nth + 1}`, name: `${'가나다라마바사아'[at]}${nth + 1}학교`, level } as const
  }),
)
export const rooms: Room[] = Array.from({ length: 12 }, (_, at) => {
  return { version: 1, id: `room-${at + 1}`, name: `상담실 ${at + 1}` } as const
})

const codes = Array.from({ length: 10 }, (_, at) => ({ hash: `recovery-code-${at}` }))

/** Nobody of them has a password: their visits are put into the store. */
function staff(today: Day): Person[] {
  const at = `${plusDays(today, -4000)}T00:00:00.000Z`
  const one = (id: string, name: string, role: Person['role'], schoolId?: string): Person => ({
    ...{ version: 1, id, name, email: `${id}@example.test`, role, ...(schoolId && { schoolId }) },
    factors: { passkeys: [], totp: { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', at }, recoveryCodes: codes },
    grants: [{ by: 'yoo', at, what: 'given', role, ...(schoolId && { schoolId }) }],
  })
  return [
    one(lead, '서연우', 'lead'),
    one('yoo', '유하늘', 'admin'),
    one('oh', '오선생', 'school', 'hill-1'),
    one('ma', '마선생', 'school', 'river-1'),
    ...counsellors.map((id, nth) => one(id, `${surnames[nth]}상담${two(nth + 1)}`, 'counsellor')),
  ]
}

const always = { from: '00:00', to: '23:59' }
const day = { from: '09:00', to: '20:00' }

function settings(today: Day): Settings {
  return {
    ...{ version: 1, centre: '새길 센터', demo: false, sessions: { least: 10, usual: 12, minutes: 50 } },
    openingHours: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day },
    // whenever it is measured, surveys can be answered
    surveyHours: { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always },
    ...{ since: plusDays(today, -4000), contact: { phone: '02-0000-0000' } },
  }
}

export function saveStaff(view: View, today: Day): void {
  for (const person of staff(today)) view.savePerson(person)
  for (const school of schools) view.saveSchool(school)
  for (const room of rooms) view.saveRoom(room)
  view.saveSettings(settings(today))
}
