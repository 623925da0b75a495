import type { Motives } from '../casefile/casefile.ts'
import type { ListName } from '../codebook/codebook.ts'
import type { Answers } from '../surveys/answers.ts'
import type { Survey } from '../surveys/definition.ts'
import { ageOn, type Day } from '../time/days.ts'
import { answersIn } from './import-answers.ts'
import type { RowReading } from './import-cell.ts'
import { inUseOn, offeredIn } from './import-codes.ts'
import { type ImportedWave, importedWaves, neededColumns } from './import-columns.ts'

/** One youth of the table, read. */
export interface ImportRow {
  reference: string
  referredOn: Day
  birthDate: Day
  gender: string
  level: string
  grade?: number
  source: string
  basis: string
  motives: Motives
  types: string[]
  channels: string[]
  relation?: string
  sessionsHeld: number
  minutesHeld: number
  closing?: { on: Day; reason: string }
  surveys: { wave: ImportedWave; survey: Survey; answers: Answers }[]
}

/** Years that a school level has, where they are counted. */
const years: Record<string, number> = { elementary: 6, middle: 3, high: 3, special: 12, alternative: 6, university: 6 }
/** In full years at the referral: what a slip of the keyboard is beyond. */
const ages = { least: 5, most: 25 }
const mostSessions = 500
const mostMinutes = 60_000

/** Reads one row; whatever is wrong with it is in `reading.faults`, and then what is returned means nothing. */
export function readRow(
  reading: RowReading,
  surveys: Partial<Record<ImportedWave, Survey>>,
  today: Day,
): Partial<ImportRow> {
  for (const name of neededColumns) reading.needed(name)
  const one = (column: string, list: ListName) => reading.one(column, offeredIn(list))
  const [referredOn, birthDate] = [reading.day('referred_on'), reading.day('birth_date')]
  if (referredOn && referredOn > today) reading.refuse('referred_on', 'in-the-future')
  againstBirth(reading, birthDate, referredOn)
  const level = one('school_level', 'schoolLevel')
  const sessions = reading.whole('sessions_held', mostSessions)
  const minutes = reading.whole('minutes_held', mostMinutes)
  // where the number of sessions cannot be read, that is what is wrong
  if (minutes && !sessions && (sessions === 0 || !reading.has('sessions_held')))
    reading.refuse('minutes_held', 'minutes-without-sessions')
  return {
    reference: reading.reference(),
    ...(referredOn && { referredOn }),
    ...(birthDate && { birthDate }),
    ...{ gender: one('gender', 'gender'), level, grade: gradeIn(reading, level) },
    ...{ source: one('source', 'referralSource'), basis: one('basis', 'referralBasis') },
    ...codingIn(reading, referredOn),
    ...{ sessionsHeld: sessions ?? 0, minutesHeld: minutes ?? 0 },
    closing: closingIn(reading, referredOn, today),
    surveys: importedWaves.flatMap((wave) => {
      const survey = surveys[wave]
      const answers = survey && answersIn(reading, survey, wave)
      return survey && answers ? [{ wave, survey, answers }] : []
    }),
  }
}

function againstBirth(reading: RowReading, birthDate?: Day, referredOn?: Day): void {
  if (!birthDate || !referredOn) return
  const age = ageOn(birthDate, referredOn)
  if (birthDate > referredOn) reading.refuse('birth_date', 'birth-after-referral')
  else if (age < ages.least || age > ages.most) reading.refuse('birth_date', 'age-outside', { age, ...ages })
}

function gradeIn(reading: RowReading, level: string | undefined): number | undefined {
  const grade = reading.whole('grade', 99)
  if (grade === undefined || level === undefined) return grade
  const most = years[level] ?? 0
  return grade >= 1 && grade <= most ? grade : reading.refuse('grade', 'grade-not-fitting', { most })
}

/** What the interview found, as the counsellor codes it. A main motive alone is the only one. */
function codingIn(
  reading: RowReading,
  referredOn: Day | undefined,
): Pick<ImportRow, 'motives' | 'types' | 'channels' | 'relation'> {
  const all = reading.several('motives', offeredIn('motive'))
  const main = reading.one('main_motive', offeredIn('motive'))
  if (main && all.length > 0 && !all.includes(main)) reading.refuse('main_motive', 'main-not-among')
  const types = reading.several('types', offeredIn('perpetrationType'))
  if (referredOn && types.some((type) => !inUseOn('perpetrationType', type, referredOn)))
    reading.refuse('types', 'code-not-valid-then')
  const relation = reading.one('relation', offeredIn('relationToVictim'))
  return {
    motives: { all: all.length === 0 && main ? [main] : all, ...(main && { main }) },
    ...{ types, channels: reading.several('channels', offeredIn('channel')) },
    ...(relation && { relation }),
  }
}

function closingIn(reading: RowReading, referredOn: Day | undefined, today: Day): ImportRow['closing'] {
  const [on, reason] = [reading.day('closed_on'), reading.one('closure_reason', offeredIn('closureReason'))]
  if (reading.has('closed_on') && !reading.has('closure_reason')) reading.refuse('closed_on', 'closed-without-reason')
  if (reading.has('closure_reason') && !reading.has('closed_on'))
    reading.refuse('closure_reason', 'reason-without-closing')
  if (on && on > today) reading.refuse('closed_on', 'in-the-future')
  else if (on && referredOn && on < referredOn) reading.refuse('closed_on', 'closed-before-referral')
  return on && reason ? { on, reason } : undefined
}
