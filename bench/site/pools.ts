import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { answersTo } from '../../scripts/demo/answers.ts'
import { Chance } from '../../scripts/demo/chance.ts'
import { Course } from '../../scripts/demo/course.ts'
import { Diary } from '../../scripts/demo/diary.ts'
import { referralOf } from '../../scripts/demo/forms.ts'
import { someone } from '../../scripts/demo/youths.ts'
import { openSurvey } from '../../src/intake/answer-survey.ts'
import { issueSurvey } from '../../src/intake/issue-survey.ts'
import { hashOf } from '../../src/people/token.ts'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { summaries } from '../../src/summaries.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wallClock } from '../../src/time/clock.ts'
import { dayOf, momentAt, plusDays, plusMinutes, yearOf } from '../../src/time/days.ts'
import { holidayOn } from '../../src/time/holidays.ts'
import { counsellors, lead, nameOf } from './staff.ts'

/*
 * Puts into a copy of a data folder what the requests need: visits of those who ask, and cases each of which can be
 * decided on, answered and booked once. Writes what was made as JSON.
 *
 *   node --import tsx bench/site/pools.ts FOLDER CASES-IN-POOL OUT
 */

/** What the requests are made from. */
export interface Pools {
  /** secrets of the lead's visits: searches are limited for each */
  lead: string[]
  /** secrets of the counsellors' visits, by id */
  counsellors: Record<string, string>
  /** numbers of referrals that wait for a decision */
  waiting: string[]
  /** tokens of surveys that can be answered */
  surveys: string[]
  answers: { lang: string; version: number; answers: unknown; seconds: number }
  /** a case, its counsellor, and a time at which nobody has anything */
  bookings: { number: string; counsellorId: string; on: string }[]
}

/** Minutes for which visits are as if just used, so that none is written down anew while something is measured. */
const fresh = 60
const leadVisits = 400

async function make(folder: string, size: number, out: string): Promise<void> {
  const place = { dir: `${folder}/store`, keyFile: `${folder}/key/store.key` }
  const store = await openEmbeddedStore({ ...place, summaries, clock: wallClock, patience: 600_000 })
  const now = wallClock.now()
  const today = dayOf(now)
  const [chance, diary] = [new Chance(11), new Diary()]
  const known = (await store.people()).map(({ id }) => id)
  const pools: Pools = {
    lead: [],
    counsellors: {},
    waiting: [],
    surveys: [],
    answers: undefined as never,
    bookings: [],
  }
  const visits: { secret: string; personId: string }[] = [
    ...Array.from({ length: leadVisits }, (_, at) => ({ secret: `lead-visit-${at}`, personId: lead })),
    ...counsellors.filter((id) => known.includes(id)).map((id) => ({ secret: `visit-of-${id}`, personId: id })),
  ]
  await store.change((view) => {
    const later = plusMinutes(now, fresh)
    for (const { secret, personId } of visits) {
      const hash = createHash('sha256').update(secret).digest('base64url')
      view.saveVisit({ hash, personId, startedAt: now, seenAt: later, factorAt: later })
      if (personId === lead) pools.lead.push(secret)
      else pools.counsellors[personId] = secret
    }
    return done(undefined)
  })
  const year = yearOf(today)
  const first = size > 0 ? await store.change(async (view) => done(await view.nextCaseNumber(year))) : undefined
  let next = first?.ok ? Number(first.value.slice(5)) : 0
  const open = (day: string) => diary.isOpen(day) && !holidayOn(day)
  const ahead = Array.from({ length: 300 }, (_, at) => plusDays(today, at + 1)).filter(open)
  let on = plusDays(today, -20)
  while (!diary.isOpen(on)) on = plusDays(on, -1)
  const survey = newestOf(shipped, 'intake')
  if (!survey) throw new Error('there is no intake survey')
  const who = { leaning: 0.5, motives: ['curiosity'], mainMotive: 'curiosity', acts: ['unknown'], ways: ['unknown'] }
  const answers = answersTo(survey, who, chance)
  pools.answers = { lang: 'ko', version: survey.version, answers, seconds: 240 }
  const referred = () => {
    const coded = { source: 'school-violence-committee', basis: 'measure-5', mainMotive: 'curiosity' }
    const kinds = { types: ['posting-sharing'], channels: ['sns'], relation: 'same-school' }
    const youth = someone(chance, { name: nameOf(chance), level: 'high', gender: 'male' }, on)
    const school = { ...youth.school, schoolId: 'river-1' }
    const form = referralOf(chance, { ...youth, school }, { ...coded, ...kinds }, on, 12)
    const number = `${year}-${String(next++).padStart(4, '0')}`
    return new Course(number, form, { by: 'ma', at: momentAt(on, '10:30') }, diary, chance)
  }
  for (let made = 0; made < size; ) {
    const some = Math.min(100, size - made)
    await store.change((view) => {
      for (let nth = made; nth < made + some; nth++) {
        const waiting = referred()
        pools.waiting.push(waiting.file.number)
        view.saveCase(waiting.file)
        const course = referred()
        const counsellorId = counsellors[nth % counsellors.length] ?? ''
        course.triage({ decision: 'accepted', counsellorId }, momentAt(on, '17:30'))
        course.consent(momentAt(on, '18:00'))
        const secret = hashOf(`survey ${nth} ${now}`)
        const by = { by: counsellorId, at: momentAt(plusDays(today, -1), '12:00') }
        const issued = issueSurvey(course.file, { wave: 'intake', linkHash: hashOf(secret) }, survey.version, by)
        if (!issued.ok) throw new Error(JSON.stringify(issued))
        const knock = { linkHash: hashOf(secret), now: plusMinutes(by.at, 60), isOpen: true }
        const opened = openSurvey(issued.value, knock, survey.version)
        if (!opened.ok) throw new Error(JSON.stringify(opened))
        view.saveCase(opened.value)
        pools.surveys.push(secret)
        const day = ahead[Math.floor(nth / counsellors.length) % ahead.length] ?? ''
        pools.bookings.push({ number: course.file.number, counsellorId, on: day })
      }
      return done(undefined)
    })
    made += some
  }
  await store.close()
  writeFileSync(out, JSON.stringify(pools))
}

if (process.argv[1]?.endsWith('pools.ts')) {
  const [folder = '', size, out = ''] = process.argv.slice(2)
  await make(folder, Number(size), out)
}
