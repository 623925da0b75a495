/*
 * Over 150 lines because every stage of the programme has a case of its own, each told in a few lines.
 */

import type { Session } from '../../src/casefile/session.ts'
import { type Day, dayOf, type Moment, momentAt, plusDays, yearOf } from '../../src/time/days.ts'
import { contactOf } from './cast.ts'
import { Chance } from './chance.ts'
import { Course } from './course.ts'
import type { Diary } from './diary.ts'
import { type Coded, interviewOf, referralOf } from './forms.ts'
import { keepThemApart, meetInGroup, sayWhatSuits, teachGuardian } from './together.ts'
import { someone } from './youths.ts'

/*
 * A few cases of these weeks, at every stage of the programme, so that each page has something to show. Days are
 * counted back from today.
 */

const levelOf = { hill: 'middle', river: 'high' }

export function liveCourses(chance: Chance, diary: Diary, now: Moment): Course[] {
  const centre = new LiveCentre(chance, diary, now)
  // the longest here first: a case number tells the order of referral
  centre.closed(centre.referred('hill', 90, '하늘머루'))
  centre.exiting(centre.referred('river', 88, '금빛호두'))
  const jiho = centre.referred('river', 63, '정지호')
  centre.jiho(jiho)
  const noteMissing = centre.referred('hill', 55, '초록다래')
  centre.noteMissing(noteMissing)
  const minjun = centre.referred('hill', 42, '김민준', { grade: 1 })
  centre.minjun(minjun)
  const elsewhere = '다른 기관에서 이미 상담을 받고 있어 접수하지 않습니다.'
  centre.referred('river', 40, '은빛모과', { triage: { decision: 'declined', why: elsewhere } })
  centre.referred('river', 33, '노란석류', { triage: { decision: 'waiting', why: '다음 달에 자리가 납니다.' } })
  const intake = centre.referred('river', 16, '푸른앵두')
  centre.intake(intake)
  centre.awaitingVerification(centre.referred('hill', 9, '분홍오디', { grade: 1, bornLate: true }))
  const incomplete = '결정 통지서의 결정일을 다시 확인해 주십시오.'
  centre.referred('hill', 6, '하얀대추', { triage: { decision: 'returned', why: incomplete } })
  centre.referred('river', 3, '보라살구')
  centre.referred('hill', 1, '김민준', { twin: minjun })
  centre.together({ minjun, noteMissing, jiho, intake })
  return centre.courses
}

interface Apart {
  grade?: number
  bornLate?: boolean
  /** the same young person, referred once before */
  twin?: Course
  triage?: { decision: 'declined' | 'waiting' | 'returned'; why: string }
}

class LiveCentre {
  readonly courses: Course[] = []
  readonly #chance: Chance
  readonly #diary: Diary
  readonly #now: Moment
  readonly #today: Day
  readonly #numbers = new Map<number, number>()
  readonly #coded = new Map<Course, Coded>()

  constructor(chance: Chance, diary: Diary, now: Moment) {
    this.#chance = chance
    this.#diary = diary
    this.#now = now
    this.#today = dayOf(now)
  }

  /** A referral of so many days ago; not decided yet unless a decision is given. */
  referred(school: 'hill' | 'river', daysAgo: number, name: string, { twin, triage, ...drawing }: Apart = {}): Course {
    const chance = this.#chance
    const on = this.#ago(daysAgo)
    const drawn = someone(chance, { name, level: levelOf[school], gender: 'male', ...drawing }, on)
    const who = twin?.file ?? { ...drawn, school: { ...drawn.school, schoolId: school } }
    const coded = this.#codes()
    const form = referralOf(chance, { youth: who.youth, guardians: who.guardians, school: who.school }, coded, on, 12)
    const signature = { by: contactOf(school), at: momentAt(on, '10:30') }
    const course = new Course(this.#nextNumber(on), form, signature, this.#diary, chance)
    if (triage) course.triage(triage, momentAt(on, '17:00'))
    this.#coded.set(course, coded)
    this.courses.push(course)
    return course
  }

  #codes(): Coded {
    const chance = this.#chance
    return {
      ...{ source: 'school-violence-committee', basis: chance.one(['measure-5', 'added-education']) },
      mainMotive: chance.one(['fun', 'not-caught', 'curiosity', 'belonging']),
      types: [chance.one(['synthetic-making', 'posting-sharing', 'online-harassment'])],
      channels: [chance.one(['sns', 'messenger', 'group-chat'])],
      relation: chance.one(['same-class', 'same-school']),
    }
  }

  #nextNumber(on: Day): string {
    const running = (this.#numbers.get(yearOf(on)) ?? 0) + 1
    this.#numbers.set(yearOf(on), running)
    return `${yearOf(on)}-${String(running).padStart(4, '0')}`
  }

  /** Ten of ten held, both surveys answered, closed this month. */
  closed(course: Course): void {
    this.#agree(course, 'han', 82)
    this.#meet(course, 10, 10, 75)
    course.survey('exit', momentAt(lastDayOf(course), '20:30'))
    const at = momentAt(this.#ago(3), '16:00')
    course.close('completed', at.slice(0, 7) === this.#now.slice(0, 7) ? at : this.#now)
    course.certify(this.#now, new Chance(42))
  }

  /** All sessions held, the exit survey answered: ready to be closed. */
  exiting(course: Course): void {
    this.#agree(course, 'bora', 78)
    this.#meet(course, 10, 10, 72)
    course.survey('exit', momentAt(lastDayOf(course), '20:30'))
  }

  /** Half of the way, one session missed; the next two are booked. */
  jiho(course: Course): void {
    this.#agree(course, 'bora', 56)
    this.#meet(course, 12, 3, 49)
    course.attend(this.#book(course, this.#ago(28)), { code: 'no-show' })
    this.#meet(course, 12, 3, 21)
    this.#bookNext(course, [0, 7])
  }

  /** One session was held of which nobody has written yet; of the next two, one was moved. */
  noteMissing(course: Course): void {
    this.#agree(course, 'han', 48)
    this.#meet(course, 11, 5, 41)
    const unwritten = this.#book(course, this.#ago(6))
    course.attend(unwritten, { code: 'late', creditedMinutes: 40 }, { note: false })
    const [, second] = this.#bookNext(course, [2, 9])
    const later = this.#diary.openFrom(plusDays(this.#today, 13))
    // at noon nobody else meets
    if (second) course.move(second, momentAt(later, '12:00'), momentAt(this.#ago(1), '18:30'))
  }

  minjun(course: Course): void {
    this.#agree(course, 'han', 35)
    this.#meet(course, 10, 4, 28)
    this.#bookNext(course, [0, 7, 14])
  }

  /** Consents are there and the intake survey is out; interview and plan are still to come. */
  intake(course: Course): void {
    this.#agree(course, 'han', 9)
    course.survey('intake', momentAt(this.#ago(2), '17:00'), 'not')
    this.#bookNext(course, [1])
  }

  /** Under 14: everyone has said yes, but nobody has verified the guardian. */
  awaitingVerification(course: Course): void {
    this.#agree(course, 'bora', 3, { verified: false })
  }

  /** A group of two of Han's, a guardian who comes, and what else concerns more than one. */
  together({ minjun, noteMissing, jiho, intake }: Record<'minjun' | 'noteMissing' | 'jiho' | 'intake', Course>): void {
    teachGuardian(minjun, this.#ago(7), momentAt(this.#ago(12), '18:00'))
    meetInGroup([minjun, noteMissing], this.#diary, this.#ago(5), plusDays(this.#today, 4), this.#now)
    sayWhatSuits(minjun, momentAt(this.#ago(1), '08:10'))
    keepThemApart(intake, jiho, momentAt(this.#ago(8), '09:30'))
  }

  /** The last open day that is at least so many days ago. */
  #ago(days: number): Day {
    let day = plusDays(this.#today, -days)
    while (!this.#diary.isOpen(day)) day = plusDays(day, -1)
    return day
  }

  #agree(course: Course, counsellorId: string, daysAgo: number, options = {}): void {
    course.triage({ decision: 'accepted', counsellorId }, momentAt(this.#ago(daysAgo + 2), '17:30'))
    course.consent(momentAt(this.#ago(daysAgo), '11:00'), options)
  }

  /** Weekly sessions that were held, with their notes; interview, plan and survey belong to the first. */
  #meet(course: Course, planned: number, count: number, daysAgo: number): void {
    for (let week = 0; week < count; week++) {
      const session = this.#book(course, this.#ago(daysAgo - 7 * week))
      course.attend(session, { code: 'attended' }, { school: week === 1 })
      if (course.file.plan) continue
      const day = session.id.slice(0, 10)
      course.interview(interviewOf(this.#chance, this.#coded.get(course)!, day), momentAt(day, '20:10'))
      course.plan(planned, momentAt(day, '20:20'))
      course.survey('intake', momentAt(day, '20:25'))
    }
  }

  /** Booked some days before, and not later than yesterday. */
  #book(course: Course, on: Day): Session {
    const kind = course.file.plan ? 'individual' : 'assessment'
    const early = plusDays(on, -3)
    const at = momentAt(early < this.#today ? early : this.#ago(1), '18:00')
    return course.book({ on, kind, mode: 'in-person', minutes: 50, preferred: this.#chance.whole(0, 3) }, at)
  }

  #bookNext(course: Course, inDays: number[]): Session[] {
    return inDays.map((days) => this.#book(course, plusDays(this.#today, days)))
  }
}

const lastDayOf = (course: Course): Day => dayOf(course.sessions.at(-1)!.startAt)
