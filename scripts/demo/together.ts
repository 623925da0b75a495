import { cover } from '../../src/casefile/cover.ts'
import { isHeld } from '../../src/casefile/session.ts'
import type { Absence } from '../../src/people/registers.ts'
import { noteFreeTimes } from '../../src/sessions/free-times.ts'
import { attendAll } from '../../src/sessions/group-attendance.ts'
import { signGroup } from '../../src/sessions/group-note.ts'
import { keepApart } from '../../src/sessions/keep-apart.ts'
import { sign } from '../../src/sessions/note.ts'
import { settleReminders } from '../../src/sessions/remind-choice.ts'
import { type Day, dayOf, type Moment, mondayOf, plusDays, plusMinutes } from '../../src/time/days.ts'
import type { Course } from './course.ts'
import { type Diary, must } from './diary.ts'

/*
 * What one youth's way alone does not show: a group, a guardian who comes, youths who must not meet, times that suit,
 * reminders, a counsellor who will be away and a colleague who stands in.
 */

const groupText = {
  ...{ goals: '서로의 경험을 안전하게 듣기', module: 'media-and-peers' },
  summary: '단체 대화방에서 본 일을 카드로 나누고, 멈추게 하는 말을 함께 골랐다.',
  next: '고른 말을 역할극으로 연습한다.',
}

/** Two youths of one counsellor in a group: one meeting held and written up, one to come. */
export function meetInGroup(courses: Course[], diary: Diary, lastOn: Day, nextOn: Day, now: Moment): void {
  const wish = { kind: 'group', mode: 'in-person', minutes: 80, preferred: 1 }
  const held = bookTogether(courses, diary, { ...wish, on: lastOn }, plusMinutes(now, -14 * 24 * 60))
  const files = courses.map(({ file }) => file)
  const at = plusMinutes(held.startAt, held.minutes)
  const by = { by: held.counsellorId, at }
  const marks = files.map(({ number }) => ({ caseNumber: number, code: 'attended' as const }))
  const attended = must(attendAll(held, marks, { caseFiles: files, diary: diary.around(held.startAt, at) }, by))
  const written = must(signGroup(attended, files, groupText, by))
  for (const course of courses) {
    course.keep(written)
    if (!isHeld(written, course.file.number)) continue
    const text = { module: groupText.module, summary: '다른 사람의 말을 끝까지 듣고 한 번 의견을 말했다.' }
    course.file = must(sign(course.file, written, text, by))
  }
  bookTogether(courses, diary, { ...wish, on: nextOn }, plusMinutes(now, -60))
}

function bookTogether(courses: Course[], diary: Diary, wish: Parameters<Diary['book']>[1], at: Moment) {
  const [first] = courses
  if (!first) throw new Error('nobody is in the group')
  const sessions = courses.flatMap((one) => one.sessions)
  const files = courses.map(({ file }) => file)
  const session = diary.book(files, wish, sessions, { by: first.counsellor, at })
  for (const course of courses) course.keep(session)
  return session
}

/** The mother comes too: one meeting of her special education was held. */
export function teachGuardian(course: Course, on: Day, at: Moment): void {
  const wish = { on, kind: 'guardian-education', mode: 'in-person', minutes: 100, preferred: 2, guardian: 0 }
  course.attend(course.book(wish, at), { code: 'attended' })
}

/** After four on Tuesdays and Thursdays; a text the day before, and a mail to the mother. */
export function sayWhatSuits(course: Course, at: Moment): void {
  const by = { by: course.counsellor, at }
  const afternoon = { from: '16:00', to: '19:00' }
  course.file = must(noteFreeTimes(course.file, { 2: afternoon, 4: afternoon }, by))
  const own = { whose: 'youth', way: 'text', to: '010-0000-0000', lang: 'ko' } as const
  const mothers = { whose: 'guardian', guardian: 0, way: 'mail', to: 'guardian@example.test', lang: 'ko' } as const
  for (const choice of [own, mothers]) course.file = must(settleReminders(course.file, choice, by))
}

/** They did it together. */
export function keepThemApart(course: Course, other: Course, at: Moment): void {
  const keeping = { caseNumber: other.file.number, why: 'together' } as const
  course.file = must(keepApart(course.file, keeping, () => true, { by: 'seo', at }))
}

/** Bora is away for three days of the week after next, and Han stands in. */
export function standIn(courses: Course[], now: Moment): Absence {
  const from = plusDays(mondayOf(dayOf(now)), 16)
  const days = { from, to: plusDays(from, 2) }
  const by = { by: 'seo', at: now }
  const cases = courses.filter(({ counsellor }) => counsellor === 'bora')
  for (const course of cases) course.file = must(cover(course.file, { counsellorId: 'han', ...days }, 'bora', by))
  const numbers = cases.map(({ file }) => file.number)
  return { id: 'bora-away', counsellorId: 'bora', ...days, ...by, coveredBy: 'han', cases: numbers }
}
