import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import type { CaseFile } from './casefile.ts'
import { askers, type Correction, type Part, partAt, stateOf } from './correct.ts'

/** The parts of a case that can be put right, by the place at which each stands. */
export const partsOf = ({ guardians }: CaseFile): string[] => [
  'youth',
  ...guardians.map((_, at) => `guardians/${at}`),
  ...['school', 'referral'],
]

/** How a part is named in an address: `guardians-1`. */
export const slugOf = (path: string): string => path.replace('/', '-')
export const pathOfSlug = (caseFile: CaseFile, slug: string): string | undefined =>
  partsOf(caseFile).find((path) => slugOf(path) === slug)

/** Reads what a part should say; `schools` are the ids that may be chosen. */
export function readCorrection(fields: URLSearchParams, path: string, schools: string[]): Result<Correction> {
  const form = new Reading(fields)
  const to = readPart(form, path, schools)
  return form.result({
    to,
    askedBy: form.one('requestedBy', askers),
    why: form.text('why', { most: 1000 }),
    since: form.text('since', { most: 16, optional: true }),
  })
}

const answers = ['yes', 'no', 'unknown'] as const

function readPart(form: Reading, path: string, schools: string[]): Part {
  const one = (field: string, list: Parameters<typeof codesOf>[0]) => form.one(field, codesOf(list))
  if (path === 'youth')
    return {
      part: 'youth',
      values: {
        name: form.text('name', { most: 60 }),
        birthDate: form.day('birthDate'),
        gender: one('gender', 'gender'),
        phone: form.phone('phone'),
      },
    }
  if (path === 'school')
    return {
      part: 'school',
      values: {
        level: one('level', 'schoolLevel'),
        schoolId: form.oneOrNone('schoolId', schools),
        grade: form.wholeOrNone('grade', 1, 6),
      },
    }
  if (path.startsWith('guardians/'))
    return {
      part: 'guardian',
      at: Number(path.split('/')[1]),
      values: {
        relation: one('guardianRelation', 'guardianRelation'),
        name: form.maybe('guardianName', 60),
        phone: form.phone('guardianPhone'),
      },
    }
  return {
    part: 'referral',
    values: {
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
      needs: form.maybe('needs', 2000),
      request: form.maybe('request', 2000),
    },
  }
}

/** A part as it stands, in the fields of its form. */
export function fieldsOfPart(caseFile: CaseFile, path: string): URLSearchParams {
  const part = partAt(caseFile, path) ?? {}
  const fields = new URLSearchParams({ since: stateOf(part) })
  const nameOf = (key: string) =>
    path.startsWith('guardians/') ? `guardian${key[0]?.toUpperCase()}${key.slice(1)}` : key
  for (const [key, value] of Object.entries(part))
    for (const one of [value].flat()) if (typeof one !== 'object') fields.append(nameOf(key), String(one))
  return fields
}
