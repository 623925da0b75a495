import type { CaseFile, Guardian } from '../casefile/casefile.ts'
import { disputedIn, schoolPlaceIn, youthIn } from '../casefile/parts-form.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'

/** What a referral says, before anyone has signed for it. */
export type ReferralForm = Pick<CaseFile, 'youth' | 'guardians' | 'school'> & {
  referral: Omit<CaseFile['referral'], 'by' | 'at'>
}

/** Reads the referral form. `schools` are the ids that may be chosen. */
export function readReferral(fields: URLSearchParams, schools: string[]): Result<ReferralForm> {
  const form = new Reading(fields)
  const guardian: Guardian = {
    relation: form.oneOrNone('guardianRelation', codesOf('guardianRelation')) ?? '',
    name: form.maybe('guardianName', 60),
    phone: form.phone('guardianPhone'),
  }
  const named = guardian.relation !== ''
  if (!named && (guardian.name || guardian.phone)) form.refuse('guardianRelation', 'missing')
  return form.result({
    youth: youthIn(form),
    guardians: named ? [guardian] : [],
    school: schoolPlaceIn(form, schools),
    referral: {
      ...disputedIn(form),
      mustNotMeet: form.caseNumbers('mustNotMeet'),
      concerns: form.several('concerns', codesOf('concern'), { optional: true }),
      guardianTold: form.one('guardianTold', ['yes', 'no']) === 'yes',
      referrer: {
        name: form.text('referrerName', { most: 60 }),
        office: form.maybe('referrerOffice', 100),
        phone: form.phone('referrerPhone'),
      },
      on: form.day('referredOn'),
    },
  })
}

/**
 * The same, back into the fields of the form: for a referral that was returned to be completed. Numbers of other cases
 * are the centre's own and stay out.
 */
export function fieldsOfReferral({ youth, guardians, school, referral }: CaseFile): [string, string][] {
  const { referrer } = referral
  const single: Record<string, string | number | undefined> = {
    ...{ name: youth.name, birthDate: youth.birthDate, gender: youth.gender, phone: youth.phone },
    ...{ guardianRelation: guardians[0]?.relation, guardianName: guardians[0]?.name },
    ...{ guardianPhone: guardians[0]?.phone, level: school.level, schoolId: school.schoolId, grade: school.grade },
    ...{ source: referral.source, basis: referral.basis, decisionNumber: referral.decisionNumber },
    ...{ decidedOn: referral.decidedOn, orderedHours: referral.orderedHours, dueOn: referral.dueOn },
    ...{ orderedGuardianHours: referral.orderedGuardianHours, spread: referral.spread, relation: referral.relation },
    ...{ sameSchool: referral.sameSchool, happenedOn: referral.happenedOn, needs: referral.needs },
    ...{ request: referral.request, referredOn: referral.on },
    ...{ referrerName: referrer.name, referrerOffice: referrer.office, referrerPhone: referrer.phone },
    guardianTold: referral.guardianTold ? 'yes' : 'no',
  }
  const { measures, types, channels, concerns } = referral
  return [
    ...Object.entries(single).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    ),
    ...Object.entries({ measures, types, channels, concerns }).flatMap(([name, codes]) =>
      codes.map((code): [string, string] => [name, code]),
    ),
  ]
}
