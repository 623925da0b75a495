import { html } from 'hono/html'
import { labelOf } from '../../src/codebook/codebook.ts'
import type { School } from '../../src/people/person.ts'
import type { ReferralForm } from '../../src/referral/referral-form.ts'
import { ageOn } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { shortDay } from '../parts/dates.ts'
import { codesIn, factList } from '../parts/lists.ts'
import { fill } from '../words.ts'

/** What a referral says, section by section, for checking and for the lead. */
export function referralSaid(here: Here, form: ReferralForm, schools: School[]): Html {
  const { t, lang } = here
  const l = t.fields
  const { youth, guardians, school, referral } = form
  const day = (on?: string) => (on ? shortDay(here, on) : undefined)
  const answer = (value: 'yes' | 'no' | 'unknown') => t.shared[value]
  const hours = (n?: number) => (n === undefined ? undefined : fill(t.shared.hours, { n }))
  const part = (title: string, facts: Parameters<typeof factList>[0]) =>
    html`<section class="card"><h2>${title}</h2>${factList(facts)}</section>`
  return html`${part(t.referral.youth, [
    [l.name, youth.name],
    [l.birthDate, `${youth.birthDate} (${fill(t.shared.years, { n: ageOn(youth.birthDate, referral.on) })})`],
    [l.gender, labelOf('gender', youth.gender, lang)],
    [l.phone, youth.phone],
    [l.level, labelOf('schoolLevel', school.level, lang)],
    [l.schoolId, schools.find(({ id }) => id === school.schoolId)?.name],
    [l.grade, school.grade && fill(t.shared.grade, { n: school.grade })],
  ])}${part(t.referral.guardian, [
    ...guardians.flatMap(({ relation, name, phone }): Parameters<typeof factList>[0] => [
      [l.guardianRelation, labelOf('guardianRelation', relation, lang)],
      [l.guardianName, name],
      [l.guardianPhone, phone],
    ]),
    [l.guardianTold, referral.guardianTold ? t.shared.yes : t.shared.no],
  ])}${part(t.referral.basis, [
    [l.source, labelOf('referralSource', referral.source, lang)],
    [l.basis, labelOf('referralBasis', referral.basis, lang)],
    [l.measures, referral.measures.length > 0 ? codesIn(here, 'schoolMeasure', referral.measures) : undefined],
    [l.decisionNumber, referral.decisionNumber],
    [l.decidedOn, day(referral.decidedOn)],
    [l.orderedHours, hours(referral.orderedHours)],
    [l.orderedGuardianHours, hours(referral.orderedGuardianHours)],
    [l.dueOn, day(referral.dueOn)],
    [l.referredOn, day(referral.on)],
  ])}${part(t.referral.happened, [
    [l.types, codesIn(here, 'perpetrationType', referral.types)],
    [l.spread, answer(referral.spread)],
    [l.channels, codesIn(here, 'channel', referral.channels)],
    [l.relation, labelOf('relationToVictim', referral.relation, lang)],
    [l.sameSchool, answer(referral.sameSchool)],
    [l.happenedOn, day(referral.happenedOn)],
  ])}${part(t.referral.support, [
    [l.concerns, codesIn(here, 'concern', referral.concerns)],
    [l.mustNotMeet, referral.mustNotMeet.join(', ')],
    [l.needs, referral.needs],
    [l.request, referral.request],
  ])}${part(t.referral.referrer, [
    [l.referrerName, referral.referrer.name],
    [l.referrerOffice, referral.referrer.office],
    [l.referrerPhone, referral.referrer.phone],
  ])}`
}
