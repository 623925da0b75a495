import type { CaseFile, Guardian } from '../casefile/casefile.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'

/** What a referral says, before anyone has signed for it. */
export type ReferralForm = Pick<CaseFile, 'youth' | 'guardians' | 'school'> & {
  referral: Omit<CaseFile['referral'], 'by' | 'at'>
}

const answers = ['yes', 'no', 'unknown'] as const

/** Reads the referral form. `schools` are the ids that may be chosen. */
export function readReferral(fields: URLSearchParams, schools: string[]): Result<ReferralForm> {
  const form = new Reading(fields)
  const one = (field: string, list: Parameters<typeof codesOf>[0]) => form.one(field, codesOf(list))
  const guardian: Guardian = {
    relation: form.oneOrNone('guardianRelation', codesOf('guardianRelation')) ?? '',
    name: form.maybe('guardianName', 60),
    phone: form.phone('guardianPhone'),
  }
  const named = guardian.relation !== ''
  if (!named && (guardian.name || guardian.phone)) form.refuse('guardianRelation', 'missing')
  return form.result({
    youth: {
      name: form.text('name', { most: 60 }),
      birthDate: form.day('birthDate'),
      gender: one('gender', 'gender'),
      phone: form.phone('phone'),
    },
    guardians: named ? [guardian] : [],
    school: {
      level: one('level', 'schoolLevel'),
      schoolId: form.oneOrNone('schoolId', schools),
      grade: form.wholeOrNone('grade', 1, 6),
    },
    referral: {
      source: one('source', 'referralSource'),
      basis: one('basis', 'referralBasis'),
      measures: form.several('measures', codesOf('schoolMeasure'), { optional: true }),
      decisionNumber: form.maybe('decisionNumber', 60),
      decidedOn: form.dayOrNone('decidedOn'),
      orderedHours: form.wholeOrNone('orderedHours', 1, 500),
      orderedGuardianHours: form.wholeOrNone('orderedGuardianHours', 1, 100),
      dueOn: form.dayOrNone('dueOn'),
      types: form.several('types', codesOf('perpetrationType')),
      spread: form.one('spread', answers),
      channels: form.several('channels', codesOf('channel'), { optional: true }),
      relation: one('relation', 'relationToVictim'),
      sameSchool: form.one('sameSchool', answers),
      happenedOn: form.dayOrNone('happenedOn'),
      mustNotMeet: form.caseNumbers('mustNotMeet'),
      concerns: form.several('concerns', codesOf('concern'), { optional: true }),
      needs: form.maybe('needs', 2000),
      request: form.maybe('request', 2000),
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
