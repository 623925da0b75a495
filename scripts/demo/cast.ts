import { hashOf } from '../../src/people/password.ts'
import {
  type Grant,
  type Person,
  type Role,
  type Room,
  type School,
  type Settings,
  usualRetention,
} from '../../src/people/person.ts'
import type { View } from '../../src/store/store.ts'
import { type Day, momentAt, mondayOf, plusDays } from '../../src/time/days.ts'
import type { WeekHours } from '../../src/time/hours.ts'

/** Everyone who can sign in to the demonstration, the one to begin with first. None of them exists. */
export const signIns: { role: Role; id: string; name: string; email: string; password: string; schoolId?: string }[] = [
  { role: 'lead', id: 'seo', name: '서연우', email: 'seo@example.test', password: 'demo-lead-seo' },
  { role: 'counsellor', id: 'han', name: '한지우', email: 'han@example.test', password: 'demo-counsellor-han' },
  { role: 'counsellor', id: 'bora', name: '이보라', email: 'bora@example.test', password: 'demo-counsellor-bora' },
  {
    role: 'school',
    id: 'oh',
    name: '오선생',
    email: 'hill@example.test',
    password: 'demo-school-hill',
    schoolId: 'hill',
  },
  {
    role: 'school',
    id: 'ma',
    name: '마선생',
    email: 'river@example.test',
    password: 'demo-school-river',
    schoolId: 'river',
  },
  { role: 'admin', id: 'yoo', name: '유하늘', email: 'yoo@example.test', password: 'demo-admin-yoo' },
]

/** Counsellors of the first years, who have left since. */
const formerCounsellors = [
  { id: 'do', name: '도가람' },
  { id: 'min', name: '민들레' },
  { id: 'song', name: '송이든' },
]
export const pastCounsellors = ['han', 'bora', ...formerCounsellors.map(({ id }) => id)]

const schools: School[] = [
  ['hill', '언덕중학교', 'middle'],
  ['river', '강변고등학교', 'high'],
  ['cloud', '구름중학교', 'middle'],
  ['moonlight', '달빛중학교', 'middle'],
  ['breeze', '산들바람중학교', 'middle'],
  ['sunset', '노을고등학교', 'high'],
  ['starlight', '별빛고등학교', 'high'],
  ['dew', '이슬초등학교', 'elementary'],
].map(([id = '', name = '', level = '']) => ({ version: 1, id, name, level }))

/** Lessons end an hour earlier at a middle school; both have examinations in the third week from now. */
const lessons = (to: string): WeekHours =>
  Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, { from: '08:50', to }]))
export function schoolsAt(today: Day): School[] {
  const from = plusDays(mondayOf(today), 14)
  const exams = [{ from, to: plusDays(from, 4), name: '2학기 기말고사' }]
  const known: Record<string, Partial<School>> = {
    hill: { lessons: lessons('15:20'), exams },
    river: { lessons: lessons('16:20'), exams },
  }
  return schools.map((school) => ({ ...school, ...known[school.id] }))
}

/** The account that a school's referrals come through; the lead types in those of schools that have none. */
export const contactOf = (schoolId?: string): string =>
  signIns.find((one) => one.schoolId !== undefined && one.schoolId === schoolId)?.id ?? 'seo'

export const rooms: Room[] = ['상담실 가람', '상담실 나루', '상담실 다솜'].map((name, at) => ({
  version: 1,
  id: `room-${at + 1}`,
  name,
}))

const afternoons: WeekHours = Object.fromEntries(
  [1, 2, 3, 4, 5].map((weekday) => [weekday, { from: '13:00', to: '20:00' }]),
)

const weekday = { from: '09:00', to: '20:00' }
export const settings: Settings = {
  version: 1,
  centre: '새길 체험 센터',
  demo: true,
  sessions: { least: 10, usual: 12, minutes: 50 },
  openingHours: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: { from: '10:00', to: '16:00' } },
  since: '2019-09-01',
  retention: usualRetention,
  unseenDays: 21,
  contact: { phone: '02-0000-0000', email: 'help@example.test' },
  // nobody is in danger here, and whoever looks at the demonstration may do so at night
  surveyHours: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, { from: '00:00', to: '23:59' }])),
}

/** Who gave them their account: Yoo, on the first day; the schools got theirs later. */
const given = ({ role, schoolId }: Pick<Person, 'role' | 'schoolId'>): Grant => {
  const at = momentAt(schoolId ? '2025-03-04' : '2019-09-01', '09:00')
  return { by: 'yoo', at, what: 'given', role, ...(schoolId && { schoolId }) }
}

/** A cheaper hash than a real account gets: these passwords are printed when the demonstration starts. */
const cost = 2 ** 14

/** Everyone of the centre, those who have left with their accounts ended. */
export async function people(): Promise<Person[]> {
  const open = signIns.map(async ({ password, ...person }): Promise<Person> => {
    return { version: 1, ...person, password: await hashOf(password, cost), grants: [given(person)] }
  })
  const ended = { by: 'yoo', at: momentAt('2021-08-31', '18:00') }
  const former = formerCounsellors.map(({ id, name }): Person => {
    const grants: Grant[] = [given({ role: 'counsellor' }), { ...ended, what: 'taken', role: 'counsellor' }]
    return { version: 1, id, name, email: `${id}@example.test`, role: 'counsellor', grants, ended }
  })
  return [...(await Promise.all(open)), ...former]
}

/** The centre without its cases and its settings. */
export function saveCentre(view: View, everyone: Person[], today: Day): void {
  for (const person of everyone) view.savePerson(person)
  for (const school of schoolsAt(today)) view.saveSchool(school)
  // the last of them is somebody else's in the mornings
  for (const room of rooms) view.saveRoom(room.id === 'room-3' ? { ...room, hours: afternoons } : room)
}

export const names: ReadonlyMap<string, string> = new Map(
  [...signIns, ...formerCounsellors].map(({ id, name }) => [id, name]),
)
