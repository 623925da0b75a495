import type { CaseFile, Signature } from '../casefile/casefile.ts'
import type { Concern } from '../casefile/course.ts'
import { entered } from '../casefile/journal.ts'
import { triageOf } from '../casefile/questions.ts'
import { codesOf } from '../codebook/codebook.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { ageOn, type Day } from '../time/days.ts'
import type { ReferralForm } from './referral-form.ts'

/** Youngest and oldest that the programme takes, in full years on the day of the referral. */
const ages = { least: 7, most: 18 }

/** Bases that rest on a decision, whose day the certificate must name. */
const decided = ['measure-5', 'added-education', 'attendance-order', 'court-added-counselling', 'mandatory-order']

/** Most hours that the law lets be ordered: Juvenile Act art. 33(4). */
const mostHours: Record<string, number> = { 'attendance-order': 100, 'mandatory-order': 100 }

/** Sources that are a school: whoever types it in for them, that school follows the case. */
const schoolSources = ['school-violence-committee', 'teacher', 'wee']

export interface ReferralFacts {
  /** the day in Seoul */
  today: Day
  /** the school whose contact sends it */
  sender?: string
}

/** A new case file from a referral; `number` is the next free one. */
export function refer(
  number: string,
  form: ReferralForm,
  { today, sender }: ReferralFacts,
  signature: Signature,
): Result<CaseFile> {
  const against = objectionsTo(form, today)
  if (against.length > 0) return refused(...against)
  const { youth, guardians, school, referral } = form
  const schoolId = sender ?? (schoolSources.includes(referral.source) ? school.schoolId : undefined)
  const empty: CaseFile = {
    ...{
      version: 2,
      number,
      youth,
      guardians,
      school,
      referral: { ...referral, ...(schoolId && { schoolId }), ...signature },
    },
    ...{ triage: [], assignments: [], consents: [], surveys: [], notes: [], closings: [], journal: [] },
    ...{ links: [], disagreements: [], openings: [], holds: [] },
    concerns: referral.concerns.map((code) => concernOf(code, signature)),
  }
  return done(entered(empty, 'referred', {}, signature))
}

/**
 * A referral that was returned, completed and sent again by the referrer. What the referrer's form does not show
 * stays: further guardians, and whom the youth must not meet.
 */
export function amend(caseFile: CaseFile, form: ReferralForm, today: Day, signature: Signature): Result<CaseFile> {
  if (triageOf(caseFile)?.decision !== 'returned') return refused({ reason: 'triage-ended' })
  const against = objectionsTo(form, today)
  if (against.length > 0) return refused(...against)
  const { by, at, schoolId, amended = [] } = caseFile.referral
  const mustNotMeet = [...new Set([...caseFile.referral.mustNotMeet, ...form.referral.mustNotMeet])]
  const known = caseFile.concerns.map(({ code }) => code)
  const concerns = form.referral.concerns.filter((code) => !known.includes(code))
  return done(
    entered(
      caseFile,
      'referral-amended',
      {
        ...{ youth: form.youth, school: form.school },
        guardians: [...form.guardians, ...caseFile.guardians.slice(1)],
        referral: { ...form.referral, schoolId, mustNotMeet, by, at, amended: [...amended, signature] },
        concerns: [...caseFile.concerns, ...concerns.map((code) => concernOf(code, signature))],
      },
      signature,
    ),
  )
}

const concernOf = (code: string, signature: Signature): Concern => ({
  code,
  severity: 'watch',
  from: 'referral',
  ...signature,
})

/** Everything that speaks against taking a referral as it stands. */
export function objectionsTo({ youth, guardians, school, referral }: ReferralForm, today: Day): Refusal[] {
  const against: Refusal[] = []
  const refuse = (field: string, reason: Refusal['reason'], values?: Refusal['with']) =>
    against.push({ field, reason, ...(values && { with: values }) })
  const age = ageOn(youth.birthDate, referral.on)
  if (youth.birthDate > today) refuse('birthDate', 'in-the-future')
  else if (age < ages.least || age > ages.most) refuse('birthDate', 'age-outside-programme')
  if (age < 14 && !guardians.some(({ phone }) => phone)) refuse('guardianPhone', 'guardian-needed')
  if (!school.schoolId && ['elementary', 'middle', 'high'].includes(school.level)) refuse('schoolId', 'school-needed')
  if (referral.on > today) refuse('referredOn', 'in-the-future')
  if (referral.decidedOn && referral.decidedOn > today) refuse('decidedOn', 'in-the-future')
  if (referral.happenedOn && referral.happenedOn > today) refuse('happenedOn', 'in-the-future')
  if (referral.happenedOn && referral.happenedOn < youth.birthDate)
    refuse('happenedOn', 'too-early', { on: youth.birthDate })
  if (decided.includes(referral.basis) && !referral.decidedOn) refuse('decidedOn', 'decision-incomplete')
  if (referral.dueOn && referral.dueOn < referral.on) refuse('dueOn', 'due-before-referral')
  const most = mostHours[referral.basis]
  if (most && (referral.orderedHours ?? 0) > most) refuse('orderedHours', 'hours-over-law', { most })
  const then = codesOf('perpetrationType', referral.happenedOn)
  if (referral.types.some((type) => !then.includes(type))) refuse('types', 'code-not-valid-then')
  return against
}
