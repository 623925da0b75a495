import { createHash } from 'node:crypto'
import type { CaseFile, Motives, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import type { SecondCoding } from '../casefile/outcome.ts'
import type { Row } from '../casefile/row.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'

/** One in so many interviewed cases is coded a second time. */
const oneIn = 4

/** Whether a case is in the sample: by its number alone, so that nobody chooses and it stays the same for good. */
export const isInSample = (number: string): boolean =>
  createHash('sha256').update(`two coders ${number}`).digest().readUInt32BE() % oneIn === 0

/** Cases of the sample that can be coded a second time; restricted ones are kept to those who look after them. */
export const sampleOf = (rows: Row[]): Row[] =>
  rows.filter(({ number, coding, restrictedTo }) => coding && !restrictedTo && isInSample(number))

export type SecondCodingForm = Omit<SecondCoding, 'by' | 'at'>

export function readSecondCoding(fields: URLSearchParams): Result<SecondCodingForm> {
  const form = new Reading(fields)
  const motives: Motives = {
    all: form.several('motivesAgain', codesOf('motive')),
    main: form.oneOrNone('mainMotiveAgain', codesOf('motive')),
  }
  return form.result({
    motives,
    types: form.several('types', codesOf('perpetrationType')),
    channels: form.several('channels', codesOf('channel'), { optional: true }),
    relation: form.one('relation', codesOf('relationToVictim')),
  })
}

/** What was coded a second time, back into the fields of its form. */
export function fieldsOfSecondCoding({ secondCoding }: CaseFile): URLSearchParams {
  const fields = new URLSearchParams()
  if (!secondCoding) return fields
  const { motives, types, channels, relation } = secondCoding
  for (const code of motives.all) fields.append('motivesAgain', code)
  if (motives.main) fields.append('mainMotiveAgain', motives.main)
  for (const code of types) fields.append('types', code)
  for (const code of channels) fields.append('channels', code)
  fields.append('relation', relation)
  return fields
}

/**
 * Why somebody may not code a case a second time; undefined where they may. Whoever coded it first knows the answer, and
 * a case that somebody chose would lean the agreement.
 */
export function againstCoding(caseFile: CaseFile, by: string): Refusal | undefined {
  const { number, interview, imported, journal, secondCoding } = caseFile
  if (imported) return { reason: 'case-imported' }
  if (!interview) return { reason: 'not-interviewed' }
  if (!isInSample(number)) return { reason: 'not-in-sample' }
  if (interview.by === by || journal.some((entry) => entry.deed === 'interviewed' && entry.by === by))
    return { reason: 'own-interview' }
  return secondCoding && secondCoding.by !== by ? { reason: 'coded-by-another' } : undefined
}

/**
 * Codes a case a second time from what was written of the interview. Whoever did so may put it right; what stood there
 * before stays in the journal. The first codes are not touched.
 */
export function codeAgain(caseFile: CaseFile, what: SecondCodingForm, signature: Signature): Result<CaseFile> {
  const against = againstCoding(caseFile, signature.by)
  if (against) return refused(against)
  const { main, all } = what.motives
  const amiss: Refusal[] = []
  if (main === undefined || !all.includes(main)) amiss.push({ field: 'mainMotiveAgain', reason: 'main-not-chosen' })
  const then = codesOf('perpetrationType', caseFile.referral.happenedOn)
  if (what.types.some((type) => !then.includes(type))) amiss.push({ field: 'types', reason: 'code-not-valid-then' })
  if (amiss.length > 0) return refused(...amiss)
  return done(entered(caseFile, 'coded-again', { secondCoding: { ...what, ...signature } }, signature))
}
