import type { InterviewForm } from '../../src/intake/interview.ts'
import type { ReferralForm } from '../../src/referral/referral-form.ts'
import { type Day, plusDays, plusMonths } from '../../src/time/days.ts'
import { contactOf } from './cast.ts'
import type { Chance } from './chance.ts'
import { homes, interviewSummary, strengths, youthGoals } from './texts.ts'
import type { Someone } from './youths.ts'

/** What is dealt out to a youth, in codes. */
export interface Coded {
  source: string
  basis: string
  mainMotive: string
  types: string[]
  channels: string[]
  relation: string
}

const ordered: Record<string, string[]> = {
  'measure-5': ['measure-2', 'measure-5'],
  'added-education': ['measure-1', 'measure-3'],
}

/** A referral as a school or a parent would make it. */
export function referralOf(chance: Chance, who: Someone, coded: Coded, on: Day, sessions: number): ReferralForm {
  const { source, basis, types, channels, relation } = coded
  const decidedOn = plusDays(on, -chance.whole(4, 15))
  const happenedOn = plusDays(decidedOn, -chance.whole(20, 70))
  const byCommittee = basis in ordered
  return {
    ...who,
    referral: {
      ...{ source, basis, measures: ordered[basis] ?? [], types, channels, relation, on, happenedOn },
      ...(byCommittee && {
        decisionNumber: `체험-${on.slice(0, 4)}-${chance.whole(100, 999)}`,
        ...{ decidedOn, orderedHours: sessions >= 14 ? 10 : 8, orderedGuardianHours: 4, dueOn: plusMonths(on, 6) },
      }),
      spread: channels.length > 0 ? 'yes' : 'unknown',
      sameSchool: relation.startsWith('same-') ? 'yes' : chance.one(['no', 'unknown']),
      mustNotMeet: [],
      concerns: chance.happens(0.25)
        ? [chance.one(['also-victim', 'unstable-home', 'learning-support', 'victim-contact'])]
        : [],
      guardianTold: true,
      referrer: { name: referrerOf(source, contactOf(who.school.schoolId)) },
    },
  }
}

const referrerOf = (source: string, contact: string): string => {
  if (source === 'guardian') return '보호자'
  return contact === 'oh' ? '오선생' : contact === 'ma' ? '마선생' : '체험 담당교사'
}

const otherMotives = ['not-serious', 'fun', 'curiosity', 'impulse', 'imitation', 'belonging', 'not-caught']

/** What the first meeting brought; what a youth says of the motive is not always what the counsellor codes. */
export function interviewOf(chance: Chance, { mainMotive, types, channels, relation }: Coded, on: Day): InterviewForm {
  const others = chance.shuffled(otherMotives.filter((code) => code !== mainMotive))
  const coded = [mainMotive, ...others.slice(0, chance.whole(0, 2))]
  const self = chance.happens(0.6) ? coded : others.slice(0, chance.whole(1, 2))
  return {
    ...{ on, summary: interviewSummary, types, channels, relation },
    acknowledges: chance.one(['fully', 'partly', 'partly', 'not']),
    ...{ home: chance.one(homes), strengths: chance.one(strengths) },
    motives: { self: { all: self, main: self[0] }, coded: { all: coded, main: mainMotive } },
    goals: { youth: chance.one(youthGoals), counsellor: '행동의 결과를 이해하고 재발 방지 계획을 세우기' },
  }
}
