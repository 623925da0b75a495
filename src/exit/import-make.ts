import type { CaseFile, IssuedSurvey, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import type { ImportRow } from './import-row.ts'

/** What is the same for all of one import. */
export interface Batch {
  id: string
  /** stands where an interview has its summary: the words of it did not come along */
  summary: string
}

/**
 * A case file of one row. The youth is called by the centre's own reference: no name comes along. Sessions are counted,
 * not booked; what was not in the table is not asked. Its day of interview is that of the referral, the only one known.
 */
export function takenOver(number: string, row: ImportRow, batch: Batch, signature: Signature): CaseFile {
  const { reference, referredOn, birthDate, gender, level, grade, source, basis, closing } = row
  const { relation = '', types, channels } = row
  const empty: CaseFile = {
    ...{ version: 2, number, youth: { name: reference, birthDate, gender }, guardians: [] },
    school: { level, ...(grade !== undefined && { grade }) },
    referral: {
      ...{ source, basis, measures: [], types, channels, relation, on: referredOn },
      ...{ spread: 'unknown', sameSchool: 'unknown', mustNotMeet: [], concerns: [] },
      ...{ guardianTold: false, referrer: { name: '' } },
      ...signature,
    },
    triage: [{ decision: 'accepted', ...signature }],
    ...{ assignments: [], consents: [], notes: [], concerns: [], journal: [] },
    ...{ links: [], disagreements: [], openings: [], holds: [] },
    ...(isInterviewed(row) && { interview: interviewOf(row, batch, signature) }),
    surveys: row.surveys.map((one) => answered(one, signature)),
    closings: closing ? [{ ...closing, ...signature }] : [],
    imported: {
      ...{ batch: batch.id, reference, ...signature },
      ...{ sessionsHeld: row.sessionsHeld, minutesHeld: row.minutesHeld },
    },
  }
  return entered(empty, 'imported', {}, signature)
}

export const isInterviewed = ({ motives, types, channels, relation }: ImportRow): boolean =>
  motives.all.length > 0 || types.length > 0 || channels.length > 0 || relation !== undefined

const interviewOf = (
  { referredOn, motives, types, channels, relation = '' }: ImportRow,
  { summary }: Batch,
  signature: Signature,
): NonNullable<CaseFile['interview']> => ({
  ...{ on: referredOn, summary, acknowledges: 'not-asked' },
  ...{ motives: { self: { all: [] }, coded: motives }, types, channels, relation, goals: {} },
  ...signature,
})

/** In which language it was answered nobody says; the surveys that centres used were Korean. */
const answered = ({ wave, survey, answers }: ImportRow['surveys'][number], signature: Signature): IssuedSurvey => ({
  ...{ id: `${wave}-1`, survey: survey.survey, version: survey.version, wave },
  ...{ expiresAt: signature.at, opened: signature.at },
  response: { at: signature.at, lang: 'ko', answers },
  ...signature,
})
