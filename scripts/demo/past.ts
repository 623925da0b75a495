import { readFileSync } from 'node:fs'
import { ownFile } from '../../src/own-file.ts'
import type { Wave } from '../../src/surveys/waves.ts'
import { type Day, daysBetween, momentAt, plusDays, plusMonths } from '../../src/time/days.ts'
import { contactOf, pastCounsellors } from './cast.ts'
import type { Chance } from './chance.ts'
import { Course } from './course.ts'
import { dealt, dealtEvenly, dealtSeveral } from './dealing.ts'
import type { Diary } from './diary.ts'
import { type Coded, interviewOf, referralOf } from './forms.ts'
import { inventedNames, someone } from './youths.ts'

/** How many of each code there are; the only place where the demonstration's numbers are set. */
export const counts: {
  youths: number
  referred: { from: Day; to: Day }
  sessions: { held: number; leastEach: number; mostEach: number }
  exitSurveysMissing: number
} & Record<'schoolLevel' | 'gender' | 'referral' | 'mainMotive' | 'relation' | 'closing', Record<string, number>> &
  Record<'types' | 'channels', Record<string, number>> = JSON.parse(
  readFileSync(ownFile('data/demo/past.json'), 'utf8'),
)

/** The youths of the first results: all closed by now. */
export function pastCourses(chance: Chance, diary: Diary): Course[] {
  const { youths } = counts
  const days = referralDays(chance, diary)
  const one = {
    level: dealt(chance, counts.schoolLevel),
    gender: dealt(chance, counts.gender),
    referral: dealt(chance, counts.referral),
    mainMotive: dealt(chance, counts.mainMotive),
    relation: dealt(chance, counts.relation),
    closing: dealt(chance, counts.closing),
  }
  const types = dealtSeveral(chance, counts.types, youths)
  const channels = dealtSeveral(chance, counts.channels, youths)
  const sessions = dealtEvenly(chance, counts.sessions, youths)
  const names = chance.shuffled(inventedNames)
  const exitMissing = new Set(chance.shuffled([...days.keys()]).slice(0, counts.exitSurveysMissing))
  const numbers = new Map<string, number>()
  return days.map((on, at) => {
    const [source = '', basis = ''] = one.referral[at]!.split(' ')
    const coded: Coded = {
      ...{ source, basis, mainMotive: one.mainMotive[at]!, relation: one.relation[at]! },
      ...{ types: types[at]!, channels: channels[at]! },
    }
    const who = someone(chance, { name: names[at]!, level: one.level[at]!, gender: one.gender[at]! }, on)
    const form = referralOf(chance, who, coded, on, sessions[at]!)
    const year = on.slice(0, 4)
    const running = (numbers.get(year) ?? 0) + 1
    numbers.set(year, running)
    const number = `${year}-${String(running).padStart(4, '0')}`
    const by = source === 'guardian' ? 'seo' : contactOf(who.school.schoolId)
    const course = new Course(number, form, { by, at: momentAt(on, chance.time(9, 17)) }, diary, chance)
    goThrough(
      course,
      { coded, on, sessions: sessions[at]!, reason: one.closing[at]!, exit: !exitMissing.has(at) },
      chance,
      diary,
    )
    return course
  })
}

interface Way {
  coded: Coded
  on: Day
  sessions: number
  reason: string
  /** whether the exit survey was answered */
  exit: boolean
}

function goThrough(course: Course, { coded, on, sessions, reason, exit }: Way, chance: Chance, diary: Diary): void {
  const openAfter = (day: Day, days: number) => diary.openFrom(plusDays(day, days))
  const accepted = openAfter(on, chance.whole(1, 4))
  course.triage({ decision: 'accepted', counsellorId: chance.one(pastCounsellors) }, momentAt(accepted, '17:30'))
  const agreed = openAfter(accepted, chance.whole(2, 7))
  course.consent(momentAt(agreed, '11:00'), { toSchool: chance.happens(0.8) })

  const preferred = chance.whole(0, 4)
  let at = momentAt(agreed, '13:00')
  let next = plusDays(agreed, chance.whole(2, 7))
  while (course.held.length < sessions) {
    const first = course.held.length === 0
    const wish = {
      on: next,
      kind: first ? 'assessment' : kindOf(chance),
      mode: modeOf(chance, next),
      minutes: 50,
      preferred,
    }
    const session = course.book(wish, at)
    const day = session.id.slice(0, 10)
    at = momentAt(day, '20:00')
    next = plusDays(day, 7)
    if (!first && chance.happens(0.06)) course.callOff(session, momentAt(plusDays(day, -1), '18:00'))
    else if (!first && chance.happens(0.05)) course.attend(session, { code: 'no-show' })
    else if (chance.happens(0.06)) course.attend(session, { code: 'late', creditedMinutes: 40 })
    else course.attend(session, { code: 'attended' }, { school: chance.happens(0.15) })
    if (!first || course.file.plan) continue
    course.interview(interviewOf(chance, coded, day), momentAt(day, '20:10'))
    course.plan(reason === 'completed' ? sessions : sessions + chance.whole(1, 3), momentAt(day, '20:20'))
    course.survey('intake', momentAt(day, '20:25'))
  }
  const last = course.held.at(-1)!.id.slice(0, 10)
  course.survey('exit', momentAt(last, '20:05'), exit ? (chance.happens(0.08) ? 'paper' : 'tablet') : 'not')
  const closed = openAfter(last, chance.whole(3, 12))
  course.close(reason, momentAt(closed, '16:00'))
  // fewer answer each time, and mostly at home
  for (const [wave, months, share] of followUps)
    if (chance.happens(share)) course.survey(wave, momentAt(openAfter(plusMonths(closed, months), 1), '17:00'), 'link')
}

const followUps: [wave: Wave, months: number, share: number][] = [
  ['follow-up-1', 1, 0.7],
  ['follow-up-3', 3, 0.5],
  ['follow-up-6', 6, 0.35],
]

const kindOf = (chance: Chance): string => (chance.happens(0.86) ? 'individual' : chance.one(['education', 'family']))

/** In the spring of 2020 nobody could come to the centre. */
const modeOf = (chance: Chance, on: Day): string =>
  on >= '2020-03-01' && on < '2020-05-06' ? chance.one(['phone', 'online']) : 'in-person'

/** Days of the referrals, in order, over the whole period. */
function referralDays(chance: Chance, diary: Diary): Day[] {
  const { from, to } = counts.referred
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, after) => plusDays(from, after))
  const open = days.filter((day) => diary.isOpen(day))
  return Array.from({ length: counts.youths }, () => chance.one(open)).sort()
}
